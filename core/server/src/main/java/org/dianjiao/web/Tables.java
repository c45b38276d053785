package org.dianjiao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** How a table is sent: as a file that no browser takes for a page. */
final class Tables {

  private Tables() {}

  /** Answers with rows, tabs between their cells. */
  static void attach(RoutingContext request, String name, String table) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/tab-separated-values; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .putHeader("Content-Security-Policy", "sandbox")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(table);
  }
}
