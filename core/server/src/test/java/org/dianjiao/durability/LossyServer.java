package org.dianjiao.durability;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dianjiao.server.LastResort;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.dianjiao.storage.LossyDatabase;

/**
 * The server on a database that acknowledges before it is on the disk. Nobody can have that from
 * the product; a test has to fail on it, or it tests nothing.
 */
final class LossyServer {

  private LossyServer() {}

  /** Takes the options of {@code serve} that a test gives. */
  public static void main(String[] options) throws InterruptedException {
    Path settings = Path.of("");
    Path data = Path.of("");
    for (String option : options) {
      String value = option.substring(option.indexOf('=') + 1);
      if (option.startsWith("--config=")) {
        settings = Path.of(value);
      } else if (option.startsWith("--data=")) {
        data = Path.of(value);
      }
    }
    ServerSettings read =
        ServerSettings.read(
            Path.of(System.getProperty("dianjiao.home")),
            settings,
            new ServerSettings.Overrides(
                Optional.of(data), Optional.empty(), Optional.of(0), true));
    Server server = Server.start(read, LossyDatabase.open(read.storage()), LastResort.halting(70));
    System.out.println("running at http://localhost:" + server.port());
    System.out.println("/setup?token=" + server.setupToken().orElse(""));
    System.out.println("Ctrl-C");
    new CountDownLatch(1).await();
  }
}
