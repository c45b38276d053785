package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dianjiao.document.Act;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.storage.Accounts;
import org.dianjiao.suggestion.Maker;

/** The acts that an answer speaks of and the people behind them, each told once. Blocks. */
final class Cast {

  private final Accounts accounts;
  private final Map<Act, Integer> numbers = new LinkedHashMap<>();
  private final List<Deed> acts = new ArrayList<>();
  private final Map<String, Person> people = new HashMap<>();

  Cast(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Somebody, as they are shown. */
  record Person(String name, String colour) {}

  /**
   * What brought text in.
   *
   * @param proposer the person whose proposal was accepted
   */
  record Deed(
      long revision,
      String account,
      Instant at,
      boolean imported,
      Optional<String> plugin,
      Optional<String> version,
      OptionalDouble confidence,
      Optional<String> proposer) {}

  /** Tells who an account is, when there is one. */
  void know(String account) {
    if (!people.containsKey(account)) {
      accounts
          .byId(account)
          .ifPresent(found -> people.put(account, new Person(found.name(), found.colour())));
    }
  }

  /** The number of an act among {@link #acts}. */
  int number(Act act, Chronicle past) {
    Integer known = numbers.putIfAbsent(act, acts.size());
    if (known != null) {
      return known;
    }
    Deed deed = deed(act, past.figures(act.revision()).at());
    acts.add(deed);
    know(deed.account());
    deed.proposer().ifPresent(this::know);
    return acts.size() - 1;
  }

  private static Deed deed(Act act, Instant at) {
    Optional<Maker> maker =
        act.origin() instanceof Suggested suggested
            ? Optional.of(suggested.maker())
            : Optional.empty();
    Optional<Maker.ByPlugin> plugin =
        maker.filter(Maker.ByPlugin.class::isInstance).map(Maker.ByPlugin.class::cast);
    return new Deed(
        act.revision(),
        act.origin().account(),
        at,
        act.origin() instanceof Imported,
        plugin.map(Maker.ByPlugin::plugin),
        plugin.map(Maker.ByPlugin::version),
        act.confidence(),
        maker
            .filter(Maker.ByPerson.class::isInstance)
            .map(person -> ((Maker.ByPerson) person).account()));
  }

  List<Deed> acts() {
    return acts;
  }

  Map<String, Person> people() {
    return people;
  }
}
