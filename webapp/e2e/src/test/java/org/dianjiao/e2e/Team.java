package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The administrator of a fresh product, with what she needs to bring people together on a document
 * of the demo project.
 *
 * @param address of the product
 * @param administrator signed in
 * @param project the demo project
 */
record Team(URI address, Account administrator, String project) {

  /** Every account's. */
  static final String PASSWORD = "a long enough password";

  /** Sets the product up. */
  static Team gather(Product product) {
    Account administrator = Account.setUp(product, "Administrator", PASSWORD);
    String project = administrator.get("/api/projects").get(0).get("id").asText();
    return new Team(product.address(), administrator, project);
  }

  /** Makes an account and gives it a role in the demo project. */
  void join(String name, String role) {
    String account =
        administrator
            .post("/api/accounts", Map.of("name", name, "password", PASSWORD))
            .get("id")
            .asText();
    administrator.put("/api/projects/" + project + "/members/" + account, Map.of("role", role));
  }

  /** Gives a member of the demo project another role. */
  void setRole(String name, String role) {
    administrator.put(
        "/api/projects/" + project + "/members/" + account(name), Map.of("role", role));
  }

  /** The id of a member of the demo project. */
  String account(String name) {
    JsonNode members = administrator.get("/api/projects/" + project).get("members");
    return StreamSupport.stream(members.spliterator(), false)
        .filter(member -> member.get("name").asText().equals(name))
        .map(member -> member.get("account").asText())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is no member"));
  }

  /** Brings a text into the demo project; tells the document's id. */
  String bring(String title, String text) {
    return administrator.importText(project, title, text);
  }

  /** The document of the demo project with these words in its title. */
  String document(String words) {
    JsonNode documents = administrator.get("/api/projects/" + project).get("documents");
    return StreamSupport.stream(documents.spliterator(), false)
        .filter(document -> document.get("title").asText().contains(words))
        .map(document -> document.get("id").asText())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no document is called " + words));
  }

  /** Somebody of the team, without a browser. */
  Account signIn(String name) {
    return Account.signIn(address, name, PASSWORD);
  }
}
