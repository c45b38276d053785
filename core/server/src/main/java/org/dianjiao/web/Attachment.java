package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is sent: saved, never shown; whatever is in it, it is no page of this server. */
final class Attachment {

  private Attachment() {}

  /** Answers with a text, in UTF-8. */
  static void text(RoutingContext request, String name, String mediaType, String text) {
    send(request, name, mediaType + "; charset=utf-8", Buffer.buffer(text));
  }

  /** Answers with rows, tabs between their cells. */
  static void rows(RoutingContext request, String name, String rows) {
    text(request, name, "text/tab-separated-values", rows);
  }

  /** Answers with bytes; the name may have any characters. */
  static void send(RoutingContext request, String name, String contentType, Buffer content) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .putHeader("Content-Security-Policy", "sandbox")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(content);
  }
}
