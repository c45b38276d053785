package org.dianjiao.registry;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;

/** Ids for new entities: {@code local:P-3k9fm2q7xw}. None is given twice, on any server. */
final class FreshEntityId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LETTERS = 10;
  private static final int BASE = 32;
  private static final Map<String, String> TYPES =
      Map.of(
          "person", "P",
          "place", "L",
          "polity", "C",
          "people", "E",
          "office", "O",
          "organization", "G",
          "work", "W",
          "era", "R");

  private FreshEntityId() {}

  static URI of(String type) {
    StringBuilder id =
        new StringBuilder("local:").append(TYPES.getOrDefault(type, "X")).append('-');
    for (int i = 0; i < LETTERS; i++) {
      id.append(Character.forDigit(RANDOM.nextInt(BASE), BASE));
    }
    return URI.create(id.toString());
  }
}
