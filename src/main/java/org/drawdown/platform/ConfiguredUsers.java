package org.drawdown.platform;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks names and passwords against the configuration. bcrypt is slow by design, so the last
 * password that passed is remembered for each user, keyed with a secret of this process.
 */
@ApplicationScoped
class ConfiguredUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  private final UsersConfig config;
  private final byte[] secret = new byte[32];
  private final Map<String, byte[]> passed = new ConcurrentHashMap<>();

  ConfiguredUsers(UsersConfig config) {
    this.config = config;
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
    if (user == null) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    byte[] key = keyed(password);
    if (MessageDigest.isEqual(key, passed.get(name))) {
      return Uni.createFrom().item(identity(name, user));
    }
    return context.runBlocking(
        () -> {
          if (!BcryptUtil.matches(password, user.passwordHash())) {
            throw new AuthenticationFailedException();
          }
          passed.put(name, key);
          return identity(name, user);
        });
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
