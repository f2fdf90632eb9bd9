package io.trasa.customers;

import io.trasa.web.LiveStream;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages of changed customers. */
@Component
class CustomerNews {

  private final LiveStream live;

  CustomerNews(LiveStream live) {
    this.live = live;
  }

  @EventListener
  void on(CustomerChanged change) {
    live.publishAfterCommit("customers", Map.of("id", change.customerId()));
  }
}
