package org.dianjiao.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where the server is reached.
 *
 * @param host address to listen on; anything but the loopback needs a proxy with TLS in front
 * @param port to listen on, 0 for any free one
 * @param behindTls whether a trusted proxy speaks TLS to the browsers
 * @param openAuthority whether everybody may ask the server's authority file, without signing in
 * @param services other reconciliation services that people may ask through this server
 */
public record WebSettings(
    String host, int port, boolean behindTls, boolean openAuthority, List<URI> services) {

  /** The port when none is set. */
  public static final int PORT = 8080;

  /** Checks the port. */
  public WebSettings {
    Objects.requireNonNull(host, "host");
    services = List.copyOf(services);
    for (URI service : services) {
      if (!("https".equals(service.getScheme()) || "http".equals(service.getScheme()))
          || service.getHost() == null) {
        throw new IllegalArgumentException("service %s is no web address".formatted(service));
      }
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 0–65535");
    }
  }

  /** Where the authority file is open to nobody who has not signed in. */
  public WebSettings(String host, int port, boolean behindTls) {
    this(host, port, behindTls, false, List.of());
  }

  /** On this machine only. */
  public static WebSettings defaults() {
    return new WebSettings("127.0.0.1", PORT, false);
  }

  /**
   * Where a request comes from. A trusted proxy tells it by the last entry of {@code
   * X-Forwarded-For}; without the header all its visitors have the proxy's own address.
   */
  String address(HttpServerRequest request) {
    String told = behindTls ? request.getHeader("X-Forwarded-For") : null;
    String own = request.remoteAddress().hostAddress();
    return told == null ? own : told.substring(told.lastIndexOf(',') + 1).strip();
  }
}
