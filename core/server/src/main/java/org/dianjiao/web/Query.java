package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What a request brings, checked. What is wrong is refused with its name and value. */
final class Query {

  private Query() {}

  /** A word, when it is there and not empty. */
  static Optional<String> word(RoutingContext request, String name) {
    return request.queryParam(name).stream().findFirst().filter(word -> !word.isEmpty());
  }

  /** A whole number, when it is there. */
  static Optional<Long> number(RoutingContext request, String name) {
    return word(request, name).map(word -> parsed(name, word));
  }

  /** A whole number that has to be there. */
  static long required(RoutingContext request, String name) {
    return number(request, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  /** A place in a text, when it is there. */
  static Optional<Integer> offset(RoutingContext request, String name) {
    Optional<Long> number = number(request, name);
    if (number.isPresent() && (number.get() < 0 || number.get() > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(name + " " + number.get() + " is no place in a text");
    }
    return number.map(Long::intValue);
  }

  /** Its body as text, empty when there is none. */
  static String body(RoutingContext request) {
    return Optional.ofNullable(request.body().asString()).orElse("");
  }

  private static long parsed(String name, String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(name + " \"" + word + "\" is not a number", wrong);
    }
  }
}
