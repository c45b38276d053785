package org.dianjiao.consistency;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Span;
import org.dianjiao.consistency.Findings.Backwards;
import org.dianjiao.consistency.Findings.Form;
import org.dianjiao.consistency.Findings.Meaning;
import org.dianjiao.consistency.Findings.Meant;
import org.dianjiao.consistency.Findings.Some;
import org.dianjiao.consistency.Findings.Time;
import org.dianjiao.consistency.Findings.Unlinked;
import org.dianjiao.mention.Dated;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.mention.Mention;
import org.dianjiao.mention.MentionFilter;
import org.dianjiao.mention.ProjectMentions;
import org.dianjiao.suggestion.Suggestion;

/** Looks through the names and dates of some documents. */
public final class Inspection {

  /** A shorter form stands in other words too often to be looked for. */
  private static final int SHORTEST = 2;

  private static final MentionFilter EVERYTHING =
      new MentionFilter(Optional.empty(), Set.of(), Optional.empty());

  /** Places that are told of each finding. */
  private static final int PLACES = 20;

  private final Map<String, DocumentMentions> documents;
  private final Map<String, List<Suggestion>> offers;
  private final Function<URI, Optional<Entity>> entry;
  private final ProjectMentions mentions;
  private final int most;

  /**
   * Of some documents.
   *
   * @param documents as they were read, by id
   * @param offers what plugins propose in them by now, by the same ids
   * @param entry what the authority file has for an id, redirects followed
   * @param most findings of each sort that are told
   */
  public Inspection(
      Map<String, DocumentMentions> documents,
      Map<String, List<Suggestion>> offers,
      Function<URI, Optional<Entity>> entry,
      int most) {
    this.documents = documents;
    this.offers = offers;
    this.entry = entry;
    this.most = most;
    this.mentions = ProjectMentions.of(documents, EVERYTHING, entry);
  }

  /** All that does not go together. */
  public Findings findings() {
    Map<String, List<Meaning>> meanings = meanings();
    return new Findings(
        Some.of(forms(meanings), most),
        Some.of(times(), most),
        Some.of(unlinked(meanings), most),
        Some.of(new OpenOffers(documents).names(offers), most),
        Some.of(order(), most));
  }

  /** What each form means, the most frequent first. */
  private Map<String, List<Meaning>> meanings() {
    Map<String, Map<URI, List<Mention>>> forms = new LinkedHashMap<>();
    mentions
        .all()
        .forEach(
            one ->
                forms
                    .computeIfAbsent(one.surface(), form -> new LinkedHashMap<>())
                    .computeIfAbsent(one.entity(), id -> new ArrayList<>())
                    .add(one));
    Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
    forms.forEach(
        (form, entities) ->
            meanings.put(
                form,
                entities.values().stream()
                    .map(this::meaning)
                    .sorted(Comparator.comparingInt(one -> -one.count()))
                    .toList()));
    return meanings;
  }

  private Meaning meaning(List<Mention> all) {
    return new Meaning(
        meant(all.get(0)), all.size(), all.stream().limit(PLACES).map(this::place).toList());
  }

  private static Meant meant(Mention one) {
    return new Meant(one.entity(), one.label(), one.type());
  }

  private Place place(Mention one) {
    return Place.of(one.document(), documents.get(one.document()), one.start(), one.end());
  }

  private static List<Form> forms(Map<String, List<Meaning>> meanings) {
    List<Form> forms = new ArrayList<>();
    meanings.forEach(
        (form, meant) -> {
          if (meant.size() > 1) {
            forms.add(new Form(form, meant));
          }
        });
    return forms;
  }

  private List<Time> times() {
    List<Time> times = new ArrayList<>();
    mentions
        .all()
        .filter(one -> one.date().isPresent())
        .forEach(
            one ->
                entry
                    .apply(one.entity())
                    .map(Entity::period)
                    .filter(period -> isOutside(period, one.date().get()))
                    .ifPresent(period -> times.add(time(one, period, one.date().get()))));
    return times;
  }

  private static boolean isOutside(Span period, Dated date) {
    return !period.mayHold(date.year()) && !period.mayHold(date.lastYear());
  }

  private Time time(Mention one, Span period, Dated date) {
    return new Time(
        place(one),
        meant(one),
        period.from(),
        period.to(),
        date.norm(),
        List.of(date.from(), date.to()));
  }

  private List<Unlinked> unlinked(Map<String, List<Meaning>> meanings) {
    Unannotated unannotated =
        new Unannotated(
            meanings.keySet().stream().filter(form -> form.length() >= SHORTEST).toList());
    Map<String, List<Place>> places = new LinkedHashMap<>();
    documents.forEach(
        (id, read) ->
            unannotated
                .in(read)
                .forEach(
                    (form, starts) ->
                        starts.forEach(
                            start ->
                                places
                                    .computeIfAbsent(form, key -> new ArrayList<>())
                                    .add(Place.of(id, read, start, start + form.length())))));
    List<Unlinked> unlinked = new ArrayList<>();
    places.forEach(
        (form, all) -> {
          Meaning mostly = meanings.get(form).get(0);
          List<Place> first = all.subList(0, Math.min(PLACES, all.size()));
          unlinked.add(
              new Unlinked(form, mostly.meant(), mostly.count(), all.size(), List.copyOf(first)));
        });
    unlinked.sort(Comparator.comparingInt(one -> -one.count()));
    return unlinked;
  }

  private List<Backwards> order() {
    List<Backwards> order = new ArrayList<>();
    documents.forEach((id, read) -> order.addAll(order(id, read)));
    return order;
  }

  /** A date that goes back before the first day of the one before it, and so is not part of it. */
  private static Collection<Backwards> order(String id, DocumentMentions read) {
    List<Backwards> order = new ArrayList<>();
    Optional<Dated> before = Optional.empty();
    for (Dated date : read.dates()) {
      if (date.isOfPassage()) {
        if (before.filter(earlier -> date.to().compareTo(earlier.from()) < 0).isPresent()) {
          order.add(backwards(id, read, date, before.get()));
        }
        before = Optional.of(date);
      }
    }
    return order;
  }

  private static Backwards backwards(String id, DocumentMentions read, Dated date, Dated before) {
    return new Backwards(
        Place.of(id, read, date.start(), date.end()),
        date.norm(),
        date.from(),
        Place.of(id, read, before.start(), before.end()),
        before.norm(),
        before.from());
  }
}
