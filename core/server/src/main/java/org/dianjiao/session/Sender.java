package org.dianjiao.session;

import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * Whose numbered frame it was that could not be read: so much of it as the refusal has to name.
 *
 * @param document that it was about
 * @param client that numbered it
 * @param sequence its number
 */
record Sender(String document, String client, long sequence) {

  private record Named(
      Optional<String> document, Optional<String> client, Optional<Long> sequence) {}

  /** The sender of a frame, when the frame says that much. */
  static Optional<Sender> of(String frame) {
    try {
      Named named = Json.read(frame, Named.class);
      return named.document().isPresent()
              && named.client().isPresent()
              && named.sequence().isPresent()
          ? Optional.of(
              new Sender(named.document().get(), named.client().get(), named.sequence().get()))
          : Optional.empty();
    } catch (MalformedJson nothing) {
      return Optional.empty();
    }
  }
}
