package org.drawdown.platform;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks names and passwords against the configuration. bcrypt is slow by design, so the last
 * password that passed is remembered for each user, keyed with a secret of this process; and what
 * is slow is done once at a time, for unknown names as well, and not for who fails too often.
 */
@ApplicationScoped
class ConfiguredUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  /** Checks that may wait for their turn; more are turned away. */
  private static final int MOST_WAITING = 16;

  private final UsersConfig config;
  private final SignInFailures failures;
  private final byte[] secret = new byte[32];
  private final Map<String, byte[]> passed = new ConcurrentHashMap<>();
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger waiting = new AtomicInteger();

  ConfiguredUsers(UsersConfig config, SignInFailures failures) {
    this.config = config;
    this.failures = failures;
    new SecureRandom().nextBytes(secret);
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    var name = request.getUsername();
    var password = new String(request.getPassword().getPassword());
    var user = config.users().get(name);
    byte[] key = keyed(password);
    if (user != null && MessageDigest.isEqual(key, passed.get(name))) {
      return Uni.createFrom().item(identity(name, user));
    }
    var address = address(request);
    return context.runBlocking(
        () -> {
          failures.check(name, address);
          if (!matches(password, user)) {
            failures.count(name, address);
            throw new AuthenticationFailedException();
          }
          failures.forget(name, address);
          passed.put(name, key);
          return identity(name, user);
        });
  }

  private static String address(UsernamePasswordAuthenticationRequest request) {
    var http = HttpSecurityUtils.getRoutingContextAttribute(request);
    return http == null || http.request().remoteAddress() == null
        ? ""
        : String.valueOf(http.request().remoteAddress().hostAddress());
  }

  /**
   * An unknown name takes as long as a known one, so that the time does not tell which is which.
   */
  private boolean matches(String password, UsersConfig.User user) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      throw new TooManySignIns(1);
    }
    try {
      turn.acquireUninterruptibly();
      try {
        var hash = user == null ? anyHash() : user.passwordHash();
        return BcryptUtil.matches(password, known(hash)) && user != null;
      } finally {
        turn.release();
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** The hash under a name that Elytron knows: what others write as 2b is 2y to it. */
  private static String known(String hash) {
    return hash.startsWith("$2b$") ? "$2y$" + hash.substring(4) : hash;
  }

  private String anyHash() {
    return config.users().values().stream()
        .map(UsersConfig.User::passwordHash)
        .findFirst()
        .orElseThrow(AuthenticationFailedException::new);
  }

  private static SecurityIdentity identity(String name, UsersConfig.User user) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(new HashSet<>(user.roles()))
        .build();
  }

  private byte[] keyed(String password) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
