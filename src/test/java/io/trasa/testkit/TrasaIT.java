package io.trasa.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The whole application on a random port, an empty company on a database of its own, and a {@link
 * SettableClock}. Classes with nothing but this annotation share one running application and its
 * database, so make your own data with your own names; a class that needs an empty company gets one
 * by any property of its own in {@code @TestPropertySource}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=false")
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, MailServer.Initializer.class})
@Import(TrasaIT.TestClock.class)
@ExtendWith(TrasaIT.ResetClock.class)
public @interface TrasaIT {

  /** Puts the settable clock in the place of the system's. */
  @TestConfiguration(proxyBeanMethods = false)
  class TestClock {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock();
    }
  }

  /** Each test starts at {@link SettableClock#START}. */
  class ResetClock implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(SettableClock.class).reset();
    }
  }
}
