package org.dianjiao.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Operation;

/**
 * The one way to put something at an address of the server: with the operation that it is. Whether
 * whoever asks may have it done is found before the body is read and before the handler is called.
 */
final class Routes {

  private final Router router;
  private final Admission admission;
  private final long bodyBytes;
  private final List<Declared> declared = new ArrayList<>();

  /** One address, and what is asked there. */
  record Declared(HttpMethod method, String path, Operation operation) {

    /** As it stands in a list: {@code GET /api/me}. */
    String words() {
      return method + " " + path;
    }
  }

  /** Nothing is at any address so far; every request passes the border. */
  Routes(Vertx vertx, Admission admission, boolean behindTls, long bodyBytes) {
    this.router = Router.router(vertx);
    this.admission = admission;
    this.bodyBytes = bodyBytes;
    router.route().handler(Border.headers(behindTls)).failureHandler(Reply::failed);
    router.route("/api/*").handler(Border::noPage).handler(Border::sameSite);
  }

  /** From here on nothing is at an address that matches and has nothing yet. */
  void nothingElseAt(String path) {
    router
        .route(path)
        .handler(
            request ->
                Reply.error(request, new Refusal(FailureCode.UNKNOWN_DOCUMENT, "no such address")));
  }

  /** What handles requests from now on. */
  Handler<HttpServerRequest> handler() {
    router.errorHandler(
        413,
        request ->
            Reply.error(
                request,
                new Refusal(FailureCode.TOO_LARGE, "the request is larger than the limit")));
    router.errorHandler(500, request -> Reply.error(request, request.failure()));
    return router;
  }

  /** Every address. */
  List<Declared> declared() {
    return List.copyOf(declared);
  }

  void get(String path, Operation operation, Handler<RoutingContext> handler) {
    on(HttpMethod.GET, path, operation).handler(handler);
  }

  void post(String path, Operation operation, Handler<RoutingContext> handler) {
    post(path, operation, bodyBytes, handler);
  }

  /** With a limit of its own to the body. */
  void post(String path, Operation operation, long bytes, Handler<RoutingContext> handler) {
    on(HttpMethod.POST, path, operation).handler(body(bytes)).handler(handler);
  }

  void put(String path, Operation operation, Handler<RoutingContext> handler) {
    put(path, operation, bodyBytes, handler);
  }

  /** With a limit of its own to the body. */
  void put(String path, Operation operation, long bytes, Handler<RoutingContext> handler) {
    on(HttpMethod.PUT, path, operation).handler(body(bytes)).handler(handler);
  }

  void delete(String path, Operation operation, Handler<RoutingContext> handler) {
    on(HttpMethod.DELETE, path, operation).handler(handler);
  }

  /** What a browser asks before a page of another site may ask. */
  void options(String path, Operation operation, Handler<RoutingContext> handler) {
    on(HttpMethod.OPTIONS, path, operation).handler(handler);
  }

  private Route on(HttpMethod method, String path, Operation operation) {
    declared.add(new Declared(method, path, operation));
    router.route(method, path).handler(request -> admit(request, operation));
    return router.route(method, path);
  }

  private static BodyHandler body(long limit) {
    return BodyHandler.create(false).setBodyLimit(limit);
  }

  private void admit(RoutingContext request, Operation operation) {
    request.request().pause();
    admission
        .of(request, operation)
        .onComplete(
            found -> {
              if (found.succeeded()) {
                Admitted admitted = found.result();
                admitted.on(request);
                request.addBodyEndHandler(sent -> admission.answered(request, admitted));
                request.next();
              } else {
                Reply.error(request, found.cause());
              }
              request.request().resume(); // what nobody reads is thrown away as it comes
            });
  }
}
