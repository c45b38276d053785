package org.dianjiao.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An OpenID provider that really runs: see {@code openid/provider.mjs}. */
final class Provider implements AutoCloseable {

  private static final String READY = "provider at ";

  private final Process process;
  private final String issuer;

  /** Starts one that knows a single client. */
  Provider(String secret, String redirect) {
    Path script = Module.target().resolveSibling("openid").resolve("provider.mjs");
    try {
      process =
          new ProcessBuilder("node", script.toString(), secret, redirect)
              .redirectErrorStream(true)
              .start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      issuer = ready(output);
      Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "provider-output");
      reader.setDaemon(true);
      reader.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String ready(BufferedReader output) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length());
      }
      before.add(line);
    }
    throw new IllegalStateException("the provider ended: " + String.join("\n", before));
  }

  /** How it names itself. */
  String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
