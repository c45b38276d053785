package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.document.Provenance;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.review.Approval;
import org.dianjiao.suggestion.Maker;

/**
 * Everybody and everything that is responsible for something in a document, with an id for each.
 */
final class TeiAgencies {

  /** The id of what was there when the text was brought in. */
  static final String SOURCE = "source";

  /**
   * A person.
   *
   * @param id in the TEI file
   * @param deeds what they did, each in a few words
   */
  record Person(String id, String account, String name, List<String> deeds) {}

  /**
   * A version of a plugin.
   *
   * @param id in the TEI file
   */
  record Plugin(String id, String plugin, String version) {}

  private final TeiSource source;
  private final Map<String, Set<String>> deeds = new LinkedHashMap<>();
  private final Map<String, String> people = new LinkedHashMap<>();
  private final Map<Maker.ByPlugin, String> plugins = new LinkedHashMap<>();

  TeiAgencies(TeiSource source) {
    this.source = source;
    Provenance provenance = source.provenance();
    provenance.shares().keySet().forEach(account -> deeds(account));
    for (Provenance.Run run : provenance.runs()) {
      note(run.origin(), "wrote");
    }
    for (Annotation annotation : source.document().annotations()) {
      note(origin(annotation), "annotated");
    }
    for (Approval approval : source.approvals()) {
      deeds(approval.account()).add("approved passages");
    }
  }

  private void note(Origin origin, String written) {
    if (origin instanceof Imported) {
      deeds(origin.account()).add("brought in the text");
    } else if (origin instanceof Written) {
      deeds(origin.account()).add(written);
    } else if (origin instanceof Suggested suggested) {
      deeds(origin.account()).add("accepted suggestions");
      if (suggested.maker() instanceof Maker.ByPerson person) {
        deeds(person.account()).add("proposed");
      } else if (suggested.maker() instanceof Maker.ByPlugin plugin) {
        plugins.computeIfAbsent(plugin, missing -> "plugin-" + (plugins.size() + 1));
      }
    }
  }

  private Set<String> deeds(String account) {
    people.computeIfAbsent(account, missing -> "person-" + (people.size() + 1));
    return deeds.computeIfAbsent(account, missing -> new LinkedHashSet<>());
  }

  /** Where an annotation came from. */
  Origin origin(Annotation annotation) {
    return source
        .provenance()
        .annotation(annotation.id())
        .orElseGet(() -> new Written(annotation.author()));
  }

  /** The value of {@code resp}: first who answers for it, then what suggested it. */
  String responsible(Origin origin) {
    if (origin instanceof Imported) {
      return "#" + SOURCE;
    }
    String account = person(origin.account());
    if (origin instanceof Suggested suggested) {
      return suggested.maker() instanceof Maker.ByPerson person
          ? account + " " + person(person.account())
          : account + " #" + plugins.get(suggested.maker());
    }
    return account;
  }

  /** A pointer to a person. */
  String person(String account) {
    return "#" + people.get(account);
  }

  /** All people, in the order of their first changes. */
  List<Person> people() {
    List<Person> list = new ArrayList<>();
    people.forEach(
        (account, id) -> {
          Set<String> done = deeds.get(account);
          list.add(
              new Person(
                  id,
                  account,
                  name(account),
                  done.isEmpty() ? List.of("worked on the text") : List.copyOf(done)));
        });
    return list;
  }

  private String name(String account) {
    return account.equals(DocumentImport.SYSTEM)
        ? "Dianjiao"
        : source.names().getOrDefault(account, account);
  }

  /** All plugins that suggested something that is there. */
  List<Plugin> plugins() {
    List<Plugin> list = new ArrayList<>();
    plugins.forEach((maker, id) -> list.add(new Plugin(id, maker.plugin(), maker.version())));
    return list;
  }
}
