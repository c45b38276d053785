package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/**
 * One way to ask for an operation over HTTP.
 *
 * @param route as the server declares it
 * @param writes whether it changes a row when it is allowed
 * @param reached what the answer says when the handler was reached and refused for another reason
 * @param path what stands in place of the route's names, in their order
 * @param body what is sent
 */
record HttpAttempt(
    Operation operation,
    String route,
    boolean writes,
    Optional<String> reached,
    Function<Scene, List<String>> path,
    Function<Scene, Buffer> body) {

  static HttpAttempt at(Operation operation, String route, Function<Scene, List<String>> path) {
    return new HttpAttempt(
        operation, route, false, Optional.empty(), path, scene -> Buffer.buffer());
  }

  static HttpAttempt at(Operation operation, String route) {
    return at(operation, route, scene -> List.of());
  }

  /** At an address of the scene's document. */
  static HttpAttempt document(Operation operation, String route) {
    return at(operation, route, scene -> List.of(scene.document));
  }

  /** The same; it changes a row. */
  HttpAttempt writing() {
    return new HttpAttempt(operation, route, true, reached, path, body);
  }

  /** The same; it is refused in these words when it gets as far as the handler. */
  HttpAttempt reaching(String words) {
    return new HttpAttempt(operation, route, writes, Optional.of(words), path, body);
  }

  /** The same, with this sent. */
  HttpAttempt with(Function<Scene, JsonObject> json) {
    return new HttpAttempt(
        operation, route, writes, reached, path, scene -> json.apply(scene).toBuffer());
  }

  HttpMethod method() {
    return HttpMethod.valueOf(route.split(" ", 2)[0]);
  }

  /** The address with its names filled in. */
  String address(Scene scene) {
    String address = route.split(" ", 2)[1];
    for (String value : path.apply(scene)) {
      address = address.replaceFirst(":[a-z]+", value);
    }
    return address.replace("*", "nothing") + query();
  }

  private String query() {
    return switch (operation) {
      case LOOK_UP -> "?query=x";
      case READ_DATE -> "?words=x";
      case IMPORT_DOCUMENT -> "?title=Text";
      case READ_DIFFERENCE -> "?from=1&to=1";
      case COMPARE_MARKS -> "?plugin=nobody";
      case PREVIEW_UNDO -> "?account=nobody";
      case PREVIEW_RESTORE -> "?revision=1";
      case SEE_AUTHORITY, SEE_PROJECT_AUTHORITY -> "?id=local:P0002";
      case TAKE_BACK_ASSIGNMENT -> "?version=1";
      default -> "";
    };
  }

  /**
   * Makes what is asked about, and nothing more; then asks as the server's own pages do.
   *
   * @return finds {@code yes}, or the code of the refusal
   */
  Callable<String> prepared(Scene scene) {
    HttpRequest<Buffer> request =
        scene.person.browser().bare(method(), address(scene)).putHeader("X-Dianjiao", "1");
    Buffer sent = body.apply(scene);
    return () -> outcome(request.sendBuffer(sent).await());
  }

  private String outcome(HttpResponse<Buffer> answer) {
    boolean done = answer.statusCode() == 200;
    if (done || reached.filter(answer.bodyAsString()::contains).isPresent()) {
      return Expectations.YES;
    }
    return answer.bodyAsJsonObject().getString("code");
  }
}
