package org.dianjiao.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an edit costs the owner of a document, as the document grows: {@code Growth [--edits=N]
 * [UNITSxANNOTATIONS…]}. Prints a line of a table for each size, after one that warms the machine
 * up and is not told.
 *
 * <p>Ten writers type one character at a time at random places, each the next one when the last one
 * is durable, through the same commands, owner and log writer that the server has; only sockets and
 * frames are left out. Processor time is that of the threads, so neighbours count little.
 */
public final class Growth {

  private static final List<String> SIZES =
      List.of(
          "10000x1000",
          "100000x1000",
          "100000x10000",
          "2000000x1000",
          "2000000x10000",
          "2000000x100000");

  private Growth() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int edits = 10_000;
    List<String> sizes = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--edits=")) {
        edits = Integer.parseInt(argument.substring("--edits=".length()));
      } else {
        sizes.add(argument);
      }
    }
    System.out.println(
        "| characters | annotations | edits | CPU µs/edit: owner / log writer / workers / all |"
            + " open ms |");
    System.out.println("|---|---|---|---|---|");
    measured("10000x1000", 2 * edits);
    for (String size : sizes.isEmpty() ? SIZES : sizes) {
      System.out.println(measured(size, edits));
    }
  }

  private static String measured(String size, int edits) throws Exception {
    String[] parts = size.split("x", 2);
    Path folder = Files.createTempDirectory("dianjiao-growth");
    try (GrownDocument grown = new GrownDocument(folder, Integer.parseInt(parts[0]))) {
      grown.annotate(Integer.parseInt(parts[1]));
      grown.type(edits / 2);
      return grown.measured(edits);
    } finally {
      Load.delete(folder);
    }
  }
}
