package org.dianjiao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.dianjiao.people.Operation;

/**
 * The browser's part of the product: its files from the class path, and one page for every address,
 * with a fresh nonce for the styles that the editor makes.
 */
final class Pages {

  private static final String NONCE = "__CSP_NONCE__";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  private final String page;

  Pages() {
    this.page = read("webroot/index.html");
  }

  private static String read(String resource) {
    try (InputStream file = Pages.class.getClassLoader().getResourceAsStream(resource)) {
      return file == null
          ? "<!doctype html><title>Dianjiao</title><p>This build has no browser workspace."
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void on(Routes routes) {
    routes.get(
        "/assets/*",
        Operation.LOAD_PAGES,
        StaticHandler.create("webroot/assets")
            .setIncludeHidden(false)
            .setDirectoryListing(false)
            .setMaxAgeSeconds(31_536_000L));
    routes.get(
        "/favicon.svg",
        Operation.LOAD_PAGES,
        StaticHandler.create("webroot").setIncludeHidden(false));
    routes.get("/*", Operation.LOAD_PAGES, this::page);
  }

  private void page(RoutingContext request) {
    String nonce = Identity.secret();
    request
        .response()
        .putHeader("Content-Security-Policy", policy(request, nonce))
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(page.replace(NONCE, nonce));
  }

  private static String policy(RoutingContext request, String nonce) {
    String host = String.valueOf(request.request().authority());
    String sockets = HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
        + nonce
        + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
        + sockets
        + "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-src 'none';"
        + " frame-ancestors 'none'; require-trusted-types-for 'script'";
  }
}
