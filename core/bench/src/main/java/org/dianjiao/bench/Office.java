package org.dianjiao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianjiao.json.Json;

/** What is done over HTTP, as the first administrator: documents and tickets. Blocking. */
final class Office {

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final String cookie;

  private record Setup(String token, String name, String password) {}

  private record Named(String name) {}

  private record Made(String id) {}

  private record Ticket(String ticket) {}

  private record Head(long revision) {}

  private record Order(List<String> plugins) {}

  private record Step(String state) {}

  /** How far long work is. */
  record Job(String id, String state, long units, long done, List<Object> faults) {}

  Office(ServerUnderLoad server) throws IOException, InterruptedException {
    this.port = server.port();
    String setup = Json.text(new Setup(server.setupToken(), "load", "no person has this"));
    this.cookie =
        send(request("/api/setup", "application/json").POST(text(setup)))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";", 2)[0];
  }

  /** A document in a project of its own. */
  String document(String title, String content) throws IOException, InterruptedException {
    return document(project(title), title, content);
  }

  String project(String name) throws IOException, InterruptedException {
    return post("/api/projects", Json.text(new Named(name)), Made.class).id();
  }

  String document(String project, String title, String content)
      throws IOException, InterruptedException {
    String query = URLEncoder.encode(title, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request("/api/projects/" + project + "/documents?title=" + query, "text/plain")
            .header("Cookie", cookie)
            .POST(text(content));
    return Json.read(send(request).body(), Made.class).id();
  }

  /** Who signed in, for other requests. */
  String cookie() {
    return cookie;
  }

  String ticket() throws IOException, InterruptedException {
    return post("/api/ticket", "{}", Ticket.class).ticket();
  }

  /** Has plugins look at all documents of a project. */
  Job startJob(String project, List<String> plugins) throws IOException, InterruptedException {
    return post(jobs(project), Json.text(new Order(plugins)), Job.class);
  }

  void stepJob(String project, String job, String state) throws IOException, InterruptedException {
    send(
        request(jobs(project) + "/" + job, "application/json")
            .header("Cookie", cookie)
            .PUT(text(Json.text(new Step(state)))));
  }

  /** The last job of a project. */
  Job job(String project) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(jobs(project), "application/json").header("Cookie", cookie);
    return Json.read(send(request).body(), Job[].class)[0];
  }

  private static String jobs(String project) {
    return "/api/projects/" + project + "/jobs";
  }

  long revision(String document) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/documents/" + document, "application/json").header("Cookie", cookie);
    return Json.read(send(request).body(), Head.class).revision();
  }

  private <T> T post(String path, String body, Class<T> answer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path, "application/json").header("Cookie", cookie).POST(text(body));
    return Json.read(send(request).body(), answer);
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("X-Dianjiao", "1")
        .header("Content-Type", type);
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }
}
