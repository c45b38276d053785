package org.dianjiao.exchange;

import java.util.Optional;

/** The element of TEI for a kind of name. */
record TeiName(String element, Optional<String> type) {

  static TeiName of(String kind) {
    return switch (kind) {
      case "person" -> plain("persName");
      case "place" -> plain("placeName");
      case "organization" -> plain("orgName");
      case "polity", "people" -> new TeiName("orgName", Optional.of(kind));
      case "office" -> new TeiName("roleName", Optional.of(kind));
      case "work" -> plain("title");
      case "date" -> plain("date");
      case "era" -> new TeiName("date", Optional.of(kind));
      default -> new TeiName("rs", Optional.of(TeiAnnotations.word(kind)));
    };
  }

  private static TeiName plain(String element) {
    return new TeiName(element, Optional.empty());
  }
}
