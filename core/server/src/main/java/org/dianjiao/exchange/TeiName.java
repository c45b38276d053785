package org.dianjiao.exchange;

import java.util.Optional;
import java.util.Set;

/** The element of TEI for a kind of name. */
record TeiName(String element, Optional<String> type) {

  /** Those that have no {@code ref}. */
  private static final Set<String> WITHOUT_REF =
      Set.of("foreign", "measure", "num", "quote", "seg");

  /** For a kind that the house itself knows. */
  static Optional<TeiName> ofTheHouse(String kind) {
    return switch (kind) {
      case "person" -> plain("persName");
      case "place" -> plain("placeName");
      case "organization" -> plain("orgName");
      case "polity", "people" -> typed("orgName", kind);
      case "office" -> typed("roleName", kind);
      case "work" -> plain("title");
      case "date" -> plain("date");
      case "era" -> typed("date", kind);
      default -> Optional.empty();
    };
  }

  private static Optional<TeiName> plain(String element) {
    return Optional.of(new TeiName(element, Optional.empty()));
  }

  private static Optional<TeiName> typed(String element, String type) {
    return Optional.of(new TeiName(element, Optional.of(type)));
  }

  /** The attribute that points to an entity. */
  String pointer() {
    return WITHOUT_REF.contains(element) ? "corresp" : "ref";
  }
}
