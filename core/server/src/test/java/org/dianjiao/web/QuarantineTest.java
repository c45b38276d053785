package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people can do about a document that cannot be opened. */
class QuarantineTest {

  private static final String TEXT = "天津條約";
  private static final String REASON = "revision 1: it does not have the hash of its content";

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void sql(String statement) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("data").resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement execution = connection.createStatement()) {
      assertThat(execution.executeUpdate(statement)).isPositive();
    }
  }

  private static String at(String document) {
    return "/api/documents/" + document + "/quarantine";
  }

  @Test
  void showsWhyAndWhatIsGoodAndLetsAnAdministratorTryAgain() throws Exception {
    String document = server.document(TEXT);
    Browser reader = server.member("reader", "viewer");
    refused(reader.get(at(document)), 404, "not in quarantine");
    String chain = "chain_hash = 'x' || chain_hash WHERE document_id = '" + document + "'";
    sql("DELETE FROM snapshot WHERE document_id = '" + document + "'");
    sql("UPDATE change_log SET " + chain);

    Tab tab = reader.tab();
    tab.send(tab.open(document));
    JsonObject failed = tab.next("failed");
    assertThat(failed.getString("code")).isEqualTo("quarantined");
    assertThat(failed.getString("message"))
        .isEqualTo("this document needs the attention of an administrator: " + REASON);
    JsonObject trouble = reader.expect(200, reader.get(at(document)));
    assertThat(trouble.getString("reason")).isEqualTo(REASON);
    assertThat(trouble.getLong("revision")).isZero();
    assertThat(trouble.getLong("lastRevision")).isEqualTo(1);
    assertThat(trouble.getString("text")).isEmpty();
    refused(server.stranger("passer-by").get(at(document)), 404, "no such document");
    refused(server.browser().get(at(document)), 401, "nobody is signed in");
    refused(reader.delete(at(document)), 403, "administrator");

    sql("UPDATE change_log SET chain_hash = substr(chain_hash, 2)");
    assertThat(server.administrator.delete(at(document)).statusCode()).isEqualTo(200);
    refused(server.administrator.delete(at(document)), 404, "not in quarantine");
    tab.send(tab.open(document));
    assertThat(tab.next("opened").getString("text")).isEqualTo(TEXT);
  }
}
