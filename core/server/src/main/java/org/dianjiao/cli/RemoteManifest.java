package org.dianjiao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks a plugin that runs elsewhere for its {@code plugin.json}. */
@FunctionalInterface
public interface RemoteManifest {

  /**
   * What {@code GET /plugin} gives.
   *
   * @throws CommandFailure when it does not answer, or not with a manifest
   */
  String fetch(URI address);

  /** Whether words are an address rather than a file. */
  static boolean isAddress(String words) {
    return words.startsWith("http://") || words.startsWith("https://");
  }

  /** The address that words are. */
  static URI address(String words) {
    try {
      URI address = new URI(words);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new CommandFailure(words + " names no host, or a user");
      }
      return address;
    } catch (URISyntaxException wrong) {
      throw new CommandFailure(words + " is no address", wrong);
    }
  }

  /** The host of an address with its port, as an operator allows it. */
  static String hostAndPort(URI address) {
    int standard = address.getScheme().equals("https") ? 443 : 80;
    return address.getHost() + ":" + (address.getPort() < 0 ? standard : address.getPort());
  }

  /**
   * Asks over HTTP, follows nowhere else, and takes at most a megabyte.
   *
   * @param token a file with the token to show, if it asks for one
   */
  static RemoteManifest over(Optional<Path> token) {
    return new OverHttp(token);
  }

  /** The client; whoever calls a command says the address, so any is allowed. */
  record OverHttp(Optional<Path> token) implements RemoteManifest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 1024 * 1024;

    @Override
    public String fetch(URI address) {
      String base = address.toString();
      URI manifest = URI.create((base.endsWith("/") ? base : base + "/") + "plugin");
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      HttpRequest.Builder request = HttpRequest.newBuilder(manifest).timeout(PATIENCE);
      token.ifPresent(file -> request.header("Authorization", "Bearer " + read(file)));
      try {
        return body(
            manifest, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
      } catch (IOException failure) {
        throw new CommandFailure(
            "%s does not answer: %s".formatted(manifest, reason(failure)), failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CommandFailure("interrupted while " + manifest + " was asked", stopped);
      }
    }

    private static String read(Path token) {
      try {
        return Files.readString(token).strip();
      } catch (IOException failure) {
        throw new CommandFailure("cannot read the token in " + token, failure);
      }
    }

    private static String reason(IOException failure) {
      return failure.getMessage() == null
          ? failure.getClass().getSimpleName()
          : failure.getMessage();
    }

    private static String body(URI manifest, HttpResponse<InputStream> answer) throws IOException {
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new CommandFailure(
              "%s answers with the status %d".formatted(manifest, answer.statusCode()));
        }
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new CommandFailure(
              "%s answers with more than %d bytes".formatted(manifest, MAX_BYTES));
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException fault) {
        throw new CommandFailure(manifest + " answers in something that is not UTF-8", fault);
      }
    }
  }
}
