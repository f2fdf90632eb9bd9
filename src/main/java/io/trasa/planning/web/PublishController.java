package io.trasa.planning.web;

import io.trasa.planning.Published;
import io.trasa.planning.Publisher;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Publishing: a plan's day goes to the technicians. */
@RestController
class PublishController {

  private static final int MAX_TECHNICIANS = 500;
  private static final int MAX_VISITS = 5_000;

  private final Publisher publisher;

  PublishController(Publisher publisher) {
    this.publisher = publisher;
  }

  /**
   * What to publish.
   *
   * @param planId the plan that was looked at; refused if another one holds by now
   * @param technicianIds only what concerns these; everybody if left out
   * @param visitIds only these, also if they were declined; all if left out
   */
  record PublishPlan(
      @NotNull LocalDate day,
      @Nullable UUID planId,
      @Nullable @Size(min = 1, max = MAX_TECHNICIANS) Set<@NotNull UUID> technicianIds,
      @Nullable @Size(min = 1, max = MAX_VISITS) Set<@NotNull UUID> visitIds) {}

  @PostMapping("/api/plans/publish")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  Published publish(@RequestBody @Valid PublishPlan wish) {
    return publisher.publish(
        new Publisher.Wish(wish.day(), wish.planId(), wish.technicianIds(), wish.visitIds()));
  }
}
