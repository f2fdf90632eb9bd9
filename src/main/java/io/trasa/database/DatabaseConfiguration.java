package io.trasa.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Starts the embedded database, unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoneConfigured.class)
class DatabaseConfiguration {

  /** Destroyed after the connection pool, which depends on it through the connection details. */
  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
    return EmbeddedDatabase.start(settings.folder());
  }

  @Bean
  JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.jdbcUrl(EmbeddedDatabase.NAME);
      }

      @Override
      public String getUsername() {
        return EmbeddedDatabase.USER;
      }

      @Override
      public String getPassword() {
        return database.password();
      }
    };
  }

  static class NoneConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
    }
  }
}
