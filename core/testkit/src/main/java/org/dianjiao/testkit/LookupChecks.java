package org.dianjiao.testkit;

import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.bus.Refusal;

/** A plugin with an authority file answers whatever a person types. */
final class LookupChecks {

  private static final int FEW = 2;
  private static final int MANY = 100;

  /** Names, and what has broken searches before. */
  private static final List<String> QUERIES =
      List.of(
          "清",
          "李鴻章",
          "\ud840\udc00",
          "葛\udb40\udd00",
          "a",
          "(",
          "[",
          "*",
          "\\",
          "%",
          "_",
          "'",
          "\"",
          ".*",
          "之".repeat(500));

  private final Subject subject;

  LookupChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(new Check("Lookup: answers whatever is typed, within the limit", this::answers));
  }

  private void answers() {
    if (hasNothing()) {
      return;
    }
    for (String query : QUERIES) {
      List<Body.Identification> many = lookUp(query, "", MANY);
      List<Body.Identification> few = lookUp(query, "", FEW);
      Check.require(
          !subject.manifest().deterministic()
              || few.equals(many.subList(0, Math.min(FEW, many.size()))),
          "\"%s\": the first of %d entries are not those of %d".formatted(query, MANY, FEW));
      lookUp(query, "no-such-type", FEW);
      for (Body.Identification entry : many) {
        Check.require(
            lookUp(query, entry.type(), MANY).stream()
                .allMatch(other -> other.type().equals(entry.type())),
            "\"%s\": asked for %s, and other types are among the entries"
                .formatted(query, entry.type()));
        break;
      }
    }
  }

  private boolean hasNothing() {
    try {
      subject.running().lookUp("之", "", 1);
      return false;
    } catch (Refusal refusal) {
      return refusal.getMessage().endsWith(" has nothing to look up");
    }
  }

  private List<Body.Identification> lookUp(String query, String type, int limit) {
    try {
      return subject.running().lookUp(query, type, limit);
    } catch (Refusal refusal) {
      throw new AssertionError("\"%s\": %s".formatted(query, refusal.getMessage()), refusal);
    }
  }
}
