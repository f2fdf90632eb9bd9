package io.trasa.planning.web;

import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.LiveStream;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream every page at a desk listens to. */
@RestController
class LiveController {

  private final LiveStream live;

  LiveController(LiveStream live) {
    this.live = live;
  }

  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  SseEmitter listen(HttpServletResponse response) {
    // Proxies would otherwise hold events back until their buffer is full.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return live.subscribe(LiveStream.OFFICE);
  }
}
