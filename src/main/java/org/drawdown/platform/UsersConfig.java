package org.drawdown.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;

/** The users who sign in with a password, and whether this is a demo. */
@ConfigMapping(prefix = "drawdown")
interface UsersConfig {

  /** Users by name; none by default. */
  Map<String, User> users();

  /** Whether the service runs with well-known users and the reference case. */
  @WithDefault("false")
  boolean demo();

  /** One user. */
  interface User {
    /** The password's bcrypt hash in modular crypt form. */
    String passwordHash();

    /** Any of viewer, reporter, planner, approver, admin. */
    List<String> roles();
  }
}
