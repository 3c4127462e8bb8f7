package org.drawdown.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start while nobody could sign in, and warns where everybody can. */
@ApplicationScoped
class SignInGuard {

  private static final Logger LOG = Logger.getLogger("org.drawdown");

  private final UsersConfig config;
  private final boolean oidc;

  SignInGuard(
      UsersConfig config,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean oidc) {
    this.config = config;
    this.oidc = oidc;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    if (config.users().isEmpty() && !oidc) {
      throw new IllegalStateException(
          "Nobody could sign in. Configure users (drawdown.users.<name>.password-hash, bcrypt, and"
              + " drawdown.users.<name>.roles) or OpenID Connect"
              + " (quarkus.oidc.tenant-enabled=true, quarkus.oidc.auth-server-url).");
    }
    if (config.demo()) {
      LOG.warn(
          "THIS IS A DEMO: users viewer, planner, approver and admin sign in with their names as"
              + " passwords, and all data is lost at the end. Use profile prod for anything real.");
    }
  }
}
