package org.drawdown.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * Ids, numbers and dates are written the same way wherever the service runs: whatever formats a
 * text without saying for whom must not write Arabic digits because the machine is in Egypt.
 */
@ApplicationScoped
class OneLocale {

  void set(@Observes @Priority(1) StartupEvent event) {
    Locale.setDefault(Locale.ROOT);
  }
}
