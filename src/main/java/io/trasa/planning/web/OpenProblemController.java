package io.trasa.planning.web;

import io.trasa.planning.open.OpenJobs;
import io.trasa.planning.open.OpenProblem;
import io.trasa.planning.open.VroomAnswer;
import io.trasa.planning.open.VroomProblem;
import io.trasa.planning.open.VroomService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The engine for the systems of others: problems in, plans out. Described in docs/engine-api.md.
 */
@RestController
@RequestMapping("/api/engine")
class OpenProblemController {

  private final OpenJobs jobs;
  private final VroomService vroom;

  OpenProblemController(OpenJobs jobs, VroomService vroom) {
    this.jobs = jobs;
    this.vroom = vroom;
  }

  @PostMapping("/problems")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  OpenJobs.Snapshot start(@RequestBody OpenProblem problem) {
    return jobs.start(problem);
  }

  @GetMapping("/problems/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OpenJobs.Snapshot get(@PathVariable UUID id) {
    return jobs.find(id);
  }

  @PostMapping("/problems/{id}/stop")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OpenJobs.Snapshot stop(@PathVariable UUID id) {
    return jobs.stop(id);
  }

  /** Takes VROOM's format and answers in it when the plan is made. */
  @PostMapping("/vroom")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  VroomAnswer vroom(@RequestBody VroomProblem problem) {
    return vroom.solve(problem);
  }
}
