package org.dianjiao.plugin.names.lexicon;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;
import org.dianjiao.plugin.names.lexicon.Meaning.Kind;

/** The entries of an authority file, by the forms in which they are written. */
public final class Lexicon {

  private final FormTree tree = new FormTree();
  private final List<List<Meaning>> meanings = new ArrayList<>();
  private final Map<URI, Entity> byId = new HashMap<>();

  /**
   * Reads entries.
   *
   * @param surnames of which a person's name may be stripped
   */
  public Lexicon(Fold fold, Surnames surnames, List<Entity> entities) {
    List<Entity> kept = new ArrayList<>();
    for (Entity entity : entities) {
      if (byId.putIfAbsent(entity.id(), entity) == null) {
        kept.add(entity);
        entity.labels().stream()
            .filter(Lexicon::isWritten)
            .forEach(label -> add(fold, entity, label));
      }
    }
    for (Entity entity : kept) {
      if (entity.type().equals("person")) {
        surnames
            .givenName(fold.of(entity.label()))
            .ifPresent(given -> add(given, new Meaning(entity, Kind.UNLISTED)));
      }
    }
  }

  /** One of further forms of entities: what people called them. */
  public Lexicon(Map<String, List<Entity>> forms) {
    forms.forEach(
        (form, entities) -> {
          for (Entity entity : entities) {
            byId.put(entity.id(), entity);
            add(form, new Meaning(entity, form.length() == 1 ? Kind.SHORT : Kind.FULL));
          }
        });
  }

  private static boolean isWritten(Label label) {
    return label.kind() != Label.Kind.TRANSLITERATION && label.isWritten();
  }

  private void add(Fold fold, Entity entity, Label label) {
    String form = fold.of(label.text());
    boolean shortForm =
        label.kind() == Label.Kind.ABBREVIATION
            || (form.codePointCount(0, form.length()) == 1 && fold.isOrdinary(form.charAt(0)));
    boolean given =
        entity.type().equals("person")
            && form.length() == 2
            && fold.of(entity.label()).length() == 3
            && fold.of(entity.label()).endsWith(form);
    Kind kind = shortForm ? Kind.SHORT : given ? Kind.GIVEN_NAME : Kind.FULL;
    add(form, new Meaning(entity, kind));
  }

  private void add(String form, Meaning meaning) {
    int number = tree.add(form);
    if (number == meanings.size()) {
      meanings.add(List.of(meaning));
      return;
    }
    List<Meaning> known = meanings.get(number);
    if (known.stream().noneMatch(each -> each.entity().id().equals(meaning.entity().id()))) {
      List<Meaning> more = new ArrayList<>(known);
      more.add(meaning);
      meanings.set(number, List.copyOf(more));
    }
  }

  /** The forms as a tree, in which they are numbered. */
  public FormTree tree() {
    return tree;
  }

  /** The number of a folded form, -1 when no entry is written so. */
  public int form(String folded) {
    int node = FormTree.ROOT;
    for (int at = 0; at < folded.length(); at++) {
      node = tree.step(node, folded.charAt(at));
      if (node == FormTree.ROOT) {
        return -1;
      }
    }
    return tree.word(node);
  }

  /** Whom a form may mean, in the order of the file. */
  public List<Meaning> meanings(int form) {
    return meanings.get(form);
  }

  /** The entity with an id. */
  public Optional<Entity> entity(URI id) {
    return Optional.ofNullable(byId.get(id));
  }
}
