package org.drawdown.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start while somebody could not sign in, and warns where everybody can. */
@ApplicationScoped
class SignInGuard {

  private static final Logger LOG = Logger.getLogger("org.drawdown");
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[abxy]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");
  private static final Set<String> ROLES =
      new TreeSet<>(
          Set.of(Roles.VIEWER, Roles.REPORTER, Roles.PLANNER, Roles.APPROVER, Roles.ADMIN));

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
    config.users().forEach(SignInGuard::check);
    if (config.demo()) {
      LOG.warn(
          "THIS IS A DEMO: users viewer, reporter, planner, approver and admin sign in with their"
              + " names as passwords, and all data is lost at the end. Use profile prod for anything real.");
    }
  }

  private static void check(String name, UsersConfig.User user) {
    if (!BCRYPT.matcher(user.passwordHash()).matches()) {
      throw new IllegalStateException(
          "User %1$s could not sign in: drawdown.users.%1$s.password-hash is no bcrypt hash, such"
                  .formatted(name)
              + " as htpasswd -nbB makes ($2y$..., 60 characters). Mind that a shell takes $ away"
              + " unless it is quoted.");
    }
    for (var role : user.roles()) {
      if (!ROLES.contains(role)) {
        throw new IllegalStateException(
            "User %1$s could not work: drawdown.users.%1$s.roles has %2$s; there are %3$s"
                .formatted(name, role, String.join(", ", ROLES)));
      }
    }
  }
}
