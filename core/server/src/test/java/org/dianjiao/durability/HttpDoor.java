package org.dianjiao.durability;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

/** What a client asks over HTTP; the port may change with every start of the server. */
record HttpDoor(WebClient client, java.util.function.IntSupplier port) {

  /** An answer: the cookie that was set, if any, and the body. */
  record Person(String id, String cookie) {}

  Future<Person> setUp(String token, String name, String password) {
    return signedIn(
        "/api/setup",
        new JsonObject().put("token", token).put("name", name).put("password", password));
  }

  Future<Person> signIn(String name, String password) {
    return signedIn("/api/session", new JsonObject().put("name", name).put("password", password));
  }

  private Future<Person> signedIn(String path, JsonObject body) {
    return request(HttpMethod.POST, path, "")
        .sendJsonObject(body)
        .map(HttpDoor::checked)
        .map(
            answer ->
                new Person(
                    answer.bodyAsJsonObject().getString("id"),
                    answer.cookies().get(0).split(";", -1)[0]));
  }

  Future<JsonObject> send(HttpMethod method, String path, Person person, JsonObject body) {
    return request(method, path, person.cookie())
        .sendJsonObject(body)
        .map(answer -> checked(answer).bodyAsJsonObject());
  }

  Future<JsonObject> sendText(String path, Person person, String text) {
    return request(HttpMethod.POST, path, person.cookie())
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .sendBuffer(Buffer.buffer(text))
        .map(answer -> checked(answer).bodyAsJsonObject());
  }

  Future<String> get(String path, Person person) {
    return request(HttpMethod.GET, path, person.cookie())
        .send()
        .map(answer -> checked(answer).bodyAsString("UTF-8"));
  }

  Future<String> ticket(Person person) {
    return send(HttpMethod.POST, "/api/ticket", person, new JsonObject())
        .map(answer -> answer.getString("ticket"));
  }

  private HttpRequest<Buffer> request(HttpMethod method, String path, String cookie) {
    HttpRequest<Buffer> request =
        client.request(method, port.getAsInt(), "localhost", path).putHeader("X-Dianjiao", "1");
    return cookie.isEmpty() ? request : request.putHeader("Cookie", cookie);
  }

  private static HttpResponse<Buffer> checked(HttpResponse<Buffer> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.bodyAsString());
    }
    return answer;
  }
}
