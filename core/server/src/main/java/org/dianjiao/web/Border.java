package org.dianjiao.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;

/** What every request has to pass, and what every answer carries. */
final class Border {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** Where the WebSocket is. */
  static final String SOCKET = "/api/socket";

  private Border() {}

  /** Whether this asks for the WebSocket and may have it. */
  static boolean opensSocket(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && SOCKET.equals(request.path())
        && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
        && sameOrigin(request)
        && !isUnnamedBrowser(request);
  }

  /** A browser that shows a cookie says which page opens a socket; what does not is no browser. */
  private static boolean isUnnamedBrowser(HttpServerRequest request) {
    return request.getHeader(HttpHeaders.COOKIE) != null && request.getHeader("Origin") == null;
  }

  /**
   * Headers that tell the browser to trust nothing that is not ours.
   *
   * @param behindTls whether to tell it, too, to come back over TLS only
   */
  static Handler<RoutingContext> headers(boolean behindTls) {
    return request -> {
      request
          .response()
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Referrer-Policy", "same-origin")
          .putHeader("Cross-Origin-Opener-Policy", "same-origin")
          .putHeader("Cross-Origin-Resource-Policy", "same-origin");
      if (behindTls) {
        request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
      }
      request.next();
    };
  }

  /** An answer that is no page of ours: were it shown as one, it could do nothing. */
  static void noPage(RoutingContext request) {
    request
        .response()
        .putHeader(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    request.next();
  }

  /**
   * Refuses a change that another site's page could have sent. No such page can send a token, and
   * with one the cookie counts for nothing.
   */
  static void sameSite(RoutingContext request) {
    boolean reading = READING.contains(request.request().method());
    String site = request.request().getHeader("Sec-Fetch-Site");
    boolean ours = site == null || site.equals("same-origin") || site.equals("none");
    boolean meant = "1".equals(request.request().getHeader("X-Dianjiao"));
    if (reading
        || Credential.isToken(request.request())
        || (meant && ours && sameOrigin(request.request()))) {
      request.next();
    } else {
      Reply.error(
          request,
          new Refusal(
              FailureCode.NOT_PERMITTED,
              "a change has to come from this server's own pages, with the header X-Dianjiao: 1"));
    }
  }

  /** Whether the page that asks, if one is named, is from this server. */
  static boolean sameOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      String asked = URI.create(origin).getAuthority();
      return asked != null && asked.equals(String.valueOf(request.authority()));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
