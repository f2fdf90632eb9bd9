package io.trasa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demo company for the stories of the browser: a working day ahead that nobody has planned yet,
 * real roads, a database of its own, a mail server, and plans that are made in a few seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=true")
@Import(MorningClock.class)
@ContextConfiguration(
    initializers = {
      TestDatabase.Initializer.class,
      MailServer.Initializer.class,
      DemoIT.ShortSearch.class
    })
public @interface DemoIT {

  /** The solver of production with another limit: nobody in a story waits for the best plan. */
  final class ShortSearch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ORIGINAL = Path.of("solver-config");
    private static final Path SHORT = Path.of("target", "solver-config");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Files.createDirectories(SHORT);
        String solver = Files.readString(ORIGINAL.resolve("solver.xml"));
        Files.writeString(
            SHORT.resolve("solver.xml"), solver.replaceAll("(?<=<secondsSpentLimit>)\\d+", "5"));
        Files.writeString(
            SHORT.resolve("policy.properties"),
            Files.readString(ORIGINAL.resolve("policy.properties")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      TestPropertyValues.of("trasa.planning.solver-config=" + SHORT).applyTo(context);
    }
  }
}
