package org.drawdown.api.contract;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drawdown.api.contract.Operations.Operation;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Judges the headers of every request by the contract, before a resource is looked for: what a body
 * is, what a client accepts, and whether a page of another origin sends it.
 */
class HeaderFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What a browser says of requests of our own pages, and of those that its user makes. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private static final String LIMIT = "limit";

  /** The most items that the contract lets a page have. */
  private static final int MOST = 1000;

  private static final Set<String> TAKEN_AWAY =
      Set.of(Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE, Formats.CALENDAR, Formats.GEO, Formats.PROJECT);

  private final Operations operations;

  HeaderFilter(Operations operations) {
    this.operations = operations;
  }

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    checkOrigin(request);
    var address = operations.address(request.getUriInfo().getPath());
    var operation = address == null ? null : address.operation(request.getMethod());
    if (operation == null) {
      requireReadable(request, HttpHeaders.CONTENT_TYPE);
      requireReadable(request, HttpHeaders.ACCEPT);
      return;
    }
    checkBody(request, operation);
    checkAccept(request, operation);
    widen(request, operation);
  }

  /** Who takes a table or a map away wants as much of the list as a page can have. */
  private static void widen(ContainerRequestContext request, Operation operation) {
    var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accepted == null
        || !operation.query().containsKey(LIMIT)
        || request.getUriInfo().getQueryParameters().containsKey(LIMIT)
        || TAKEN_AWAY.stream().noneMatch(accepted.toLowerCase(Locale.ROOT)::startsWith)) {
      return;
    }
    request.setRequestUri(
        request.getUriInfo().getRequestUriBuilder().queryParam(LIMIT, MOST).build());
  }

  /**
   * Where no other origin is named in the configuration, a page elsewhere must not act in the name
   * of who is signed in here. A browser sends such a request, even though it hides the answer. Even
   * a page of a named origin acts with credentials of its own only: never with a cookie, which the
   * browser adds by itself.
   */
  private static void checkOrigin(ContainerRequestContext request) {
    var origin = request.getHeaderString("Origin");
    boolean own = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    if (SAFE.contains(request.getMethod()) || own && (origin == null || isCorsEnabled())) {
      return;
    }
    var site = request.getHeaderString("Sec-Fetch-Site");
    if (!own && site != null && !OWN_SITES.contains(site)) {
      throw Refusal.forbidden(m -> m.foreignOrigin(origin == null ? site : origin));
    }
    if (origin == null) {
      return;
    }
    if (!authority(origin).equals(withPort(origin, request.getHeaderString(HttpHeaders.HOST)))) {
      throw Refusal.forbidden(m -> m.foreignOrigin(origin));
    }
  }

  /** Asked for at run time: Quarkus creates filters before runtime configuration exists. */
  private static boolean isCorsEnabled() {
    return ConfigProvider.getConfig()
        .getOptionalValue("quarkus.http.cors.enabled", Boolean.class)
        .orElse(false);
  }

  private static String authority(String origin) {
    try {
      return withPort(origin, URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /** A host with its port, the usual one of the origin's scheme if it tells none. */
  private static String withPort(String origin, String host) {
    if (host == null) {
      return "?";
    }
    var name = host.toLowerCase(Locale.ROOT);
    return name.matches(".*:[0-9]+") ? name : name + (origin.startsWith("https:") ? ":443" : ":80");
  }

  private static void checkBody(ContainerRequestContext request, Operation operation) {
    var accepted = operation.accepts();
    if (accepted.isEmpty()) {
      requireReadable(request, HttpHeaders.CONTENT_TYPE);
      return;
    }
    var coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw Refusal.unsupported(Messages::sendPlain);
    }
    var types = mediaTypes(request, HttpHeaders.CONTENT_TYPE);
    boolean fits =
        types != null
            && types.size() == 1
            && accepted.stream().anyMatch(a -> types.get(0).isCompatible(MediaType.valueOf(a)));
    if (!fits) {
      throw Refusal.unsupported(m -> m.acceptedMediaTypes(String.join(", ", accepted)));
    }
  }

  private static void checkAccept(ContainerRequestContext request, Operation operation) {
    requireReadable(request, HttpHeaders.ACCEPT);
    var given = operation.gives();
    var wanted = mediaTypes(request, HttpHeaders.ACCEPT);
    if (wanted.isEmpty() || given.isEmpty()) {
      return;
    }
    if (given.stream().map(MediaType::valueOf).noneMatch(type -> isWanted(type, wanted))) {
      throw Refusal.notAcceptable(m -> m.possibleMediaTypes(String.join(", ", given)));
    }
  }

  /** By the most specific range that covers the type (RFC 9110, 12.5.1). */
  private static boolean isWanted(MediaType type, List<MediaType> ranges) {
    return ranges.stream()
        .filter(range -> range.isCompatible(type))
        .max((a, b) -> Integer.compare(precision(a), precision(b)))
        .map(range -> !isRefused(range))
        .orElse(false);
  }

  private static int precision(MediaType range) {
    return (range.isWildcardType() ? 0 : 2) + (range.isWildcardSubtype() ? 0 : 1);
  }

  private static boolean isRefused(MediaType range) {
    var quality = range.getParameters().get("q");
    return quality != null && quality.matches("0(\\.0*)?");
  }

  private static void requireReadable(ContainerRequestContext request, String header) {
    if (mediaTypes(request, header) == null) {
      throw Refusal.invalid("/header/" + header, Messages::malformedHeader);
    }
  }

  /** The media types of a header; none if it is absent, null if it is malformed. */
  private static List<MediaType> mediaTypes(ContainerRequestContext request, String header) {
    var text = request.getHeaderString(header);
    if (text == null || text.isBlank()) {
      return List.of();
    }
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          // Older Java clients accept "*".
          .map(type -> type.equals("*") || type.startsWith("*;") ? "*/" + type : type)
          .map(MediaType::valueOf)
          .toList();
    } catch (RuntimeException malformed) {
      return null;
    }
  }
}
