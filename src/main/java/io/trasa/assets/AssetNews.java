package io.trasa.assets;

import io.trasa.customers.CustomerChanged;
import io.trasa.customers.CustomerService;
import io.trasa.web.LiveStream;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the assets' copies of customers' names true, and tells open pages of changed assets. */
@Component
class AssetNews {

  private final Assets assets;
  private final CustomerService customers;
  private final LiveStream live;

  AssetNews(Assets assets, CustomerService customers, LiveStream live) {
    this.assets = assets;
    this.customers = customers;
    this.live = live;
  }

  /** In the customer's own transaction. */
  @EventListener
  void on(CustomerChanged change) {
    assets.renameCustomer(change.customerId(), customers.get(change.customerId()).name());
  }

  @EventListener
  void on(AssetChanged change) {
    live.publishAfterCommit("assets", Map.of("id", change.assetId()));
  }
}
