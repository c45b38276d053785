package org.dianjiao.web.openid;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The provider that people may sign in with.
 *
 * @param name what the button says
 * @param issuer of the provider, exactly as it names itself
 * @param client the name that the provider knows this server by
 * @param secret that the provider knows this server by
 * @param address of this server as browsers see it
 * @param createAccounts whether somebody who is new gets an account without an invitation
 */
public record OpenIdSettings(
    String name, URI issuer, String client, String secret, URI address, boolean createAccounts) {

  /** Where the provider sends browsers back to. */
  public static final String CALLBACK = "/api/openid/callback";

  private static final int SHORTEST_SECRET = 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Refuses what could be listened to, and secrets that are none. */
  public OpenIdSettings {
    if (name.isBlank() || client.isBlank()) {
      throw new IllegalArgumentException("openid.name and openid.client-id must not be empty");
    }
    requireSafe("openid.issuer", issuer);
    requireSafe("openid.address", address);
    if (!Optional.ofNullable(address.getPath()).orElse("").replace("/", "").isEmpty()) {
      throw new IllegalArgumentException("openid.address " + address + " has a path");
    }
    if (Objects.requireNonNull(secret, "secret").length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "the secret in openid.client-secret-file has %d characters; %d are the least"
              .formatted(secret.length(), SHORTEST_SECRET));
    }
  }

  /** Refuses an address that is not reached over TLS or on this very machine. */
  private static void requireSafe(String key, URI address) {
    if (!isSafe(address) || address.getQuery() != null || address.getFragment() != null) {
      throw new IllegalArgumentException(
          key + " " + address + " is not of the form https://host, with a path perhaps");
    }
  }

  private static boolean isSafe(URI address) {
    return address.getHost() != null
        && address.getUserInfo() == null
        && ("https".equals(address.getScheme()) || isLoopback(address));
  }

  private static boolean isLoopback(URI address) {
    return "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
  }

  /**
   * An address that the provider named: over TLS, unless the provider itself is on this machine.
   */
  URI endpoint(String word) {
    URI endpoint = URI.create(word);
    boolean safe =
        isSafe(endpoint)
            && (!isLoopback(endpoint) || isLoopback(issuer))
            && endpoint.getFragment() == null;
    if (!safe) {
      throw new OpenIdRefused("the provider names the address " + word + ", which is not safe");
    }
    return endpoint;
  }

  /** Where browsers come back to. */
  public String redirect() {
    String base = address.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + CALLBACK;
  }

  /** Everything but the secret. */
  @Override
  public String toString() {
    return "OpenIdSettings[" + name + ", " + issuer + ", " + client + "]";
  }
}
