package org.drawdown.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Tells the migrations how texts are to be compared: by their characters, on either database. H2
 * does so of itself; PostgreSQL would follow the language that it was installed for.
 */
@Singleton
class ExactTexts implements FlywayConfigurationCustomizer {

  private final String url;

  ExactTexts(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.url = url;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    var exact = url.startsWith("jdbc:postgresql:") ? "collate \"C\"" : "";
    configuration.placeholders(Map.of("exact", exact));
  }
}
