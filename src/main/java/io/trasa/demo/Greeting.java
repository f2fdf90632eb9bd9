package io.trasa.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where Trasa is and how to get in. */
@Component
class Greeting {

  private final DemoCompany demo;

  Greeting(DemoCompany demo) {
    this.demo = demo;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext web)
        || web.getWebServer() == null) {
      return;
    }
    var text = new StringBuilder();
    text.append(
        "%n  Trasa is ready:  http://localhost:%d%n".formatted(web.getWebServer().getPort()));
    for (DemoCompany.Login login : demo.logins()) {
      text.append("    %-14s %s%n".formatted(login.username(), login.password()));
    }
    System.out.println(text);
  }
}
