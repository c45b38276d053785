package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.json.Json;
import org.dianjiao.offer.Kept;
import org.dianjiao.offer.Resumed;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Offers.Offer;
import org.dianjiao.suggestion.Fingerprint;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.suggestion.Suggestions;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of what came and went say together what is offered, whatever happens between them. */
class OfferPagesTest implements OfferPages.Source {

  private static final String PLUGIN = "marks";
  private static final PluginDescribed DESCRIBED =
      new PluginDescribed(
          PLUGIN, PLUGIN, "Marks", "1", "started", "", List.of(), 0, 0, "", "", "", "");
  private static final int LENGTH = 300;
  private static final int STEPS = 150;
  private static final int HISTORIES = 60;

  private final OfferPages pages = new OfferPages(this);
  private final List<Change> log = new ArrayList<>();
  private final List<Offer> rows = new ArrayList<>();
  private final List<Suggestion> decided = new ArrayList<>();
  private Suggestions offered = Suggestions.NONE;
  private int length = LENGTH;
  private int made;
  private boolean follows;
  private int rewritten;
  private int appended;

  @Override
  public Optional<Kept> page(String plugin, Unkept unkept) {
    if (!follows) {
      return Optional.empty();
    }
    List<String> ids = unkept.isAnew() ? offered.of(plugin) : unkept.fresh();
    return Optional.of(
        new Kept(
            DESCRIBED,
            revision(),
            Optional.of(new TextRange(0, length)),
            List.of(TextRange.at(made % LENGTH)),
            unkept.gone(),
            ids.stream().flatMap(id -> offered.get(id).stream()).toList(),
            ids.stream().filter(offered::isAsked).toList()));
  }

  @Override
  public long revision() {
    return log.size();
  }

  @Override
  public int offered() {
    return offered.size();
  }

  @ParameterizedTest
  @ValueSource(longs = {1858, 1860, 1863})
  void sayTogetherWhatIsOffered(long seed) {
    for (int history = 0; history < HISTORIES; history++) {
      OfferPagesTest one = new OfferPagesTest();
      one.live(new Random(seed * HISTORIES + history));
      rewritten += one.rewritten;
      appended += one.appended;
    }
    assertThat(appended).as("pages with what came and went only").isGreaterThan(HISTORIES);
    assertThat(rewritten).as("pages with everything").isGreaterThan(HISTORIES);
  }

  private void live(Random random) {
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> edit(random);
        case 3, 4, 5 -> look(random);
        case 6 -> ask(random);
        case 7 -> decide(random);
        case 8 -> reopen(random);
        case 9 -> dismissOrFollow(random);
        case 10 -> keep(random.nextInt(8) == 0);
        default -> openAgain(random);
      }
    }
    openAgain(random);
  }

  private void commit(ChangeSet changes, List<Effect> effects) {
    Instant at = Instant.EPOCH;
    log.add(new Change(log.size() + 1, "account", "tab", log.size() + 1, changes, effects, at));
    length = changes.newLength();
    Suggestions.Mapped mapped = offered.map(changes);
    offered = mapped.left();
    went(mapped.dropped());
  }

  private void went(List<Suggestion> gone) {
    pages.changed(PLUGIN, gone.stream().map(Suggestion::id).toList(), List.of());
  }

  private void edit(Random random) {
    int from = random.nextInt(length + 1);
    int to = Math.min(length, from + random.nextInt(4));
    commit(ChangeSet.replace(length, from, to, "一二三".substring(random.nextInt(4))), List.of());
  }

  private Suggestion at(int place, Random random) {
    Proposal proposal =
        new Proposal(
            "mark",
            TextRange.at(place),
            List.of(new Candidate(new Replace(random.nextBoolean() ? "，" : "。"), 0.9, "a mark")),
            "a pause",
            List.of());
    return Suggestion.of(
        "s" + made++,
        new Maker.ByPlugin(PLUGIN, "1"),
        proposal,
        "",
        Fingerprint.of(PLUGIN, proposal, "一".repeat(length)));
  }

  private void look(Random random) {
    follows = true;
    int start = random.nextInt(length + 1);
    TextRange covered = new TextRange(start, Math.min(length, start + random.nextInt(60)));
    List<Suggestion> found = new ArrayList<>();
    for (int place = covered.start(); place < covered.end(); place += 1 + random.nextInt(9)) {
      found.add(at(place, random));
    }
    took(offered.replace(PLUGIN, covered, found));
  }

  private void ask(Random random) {
    follows = true;
    Set<String> before = Set.copyOf(offered.askedFor(PLUGIN));
    Suggestions.Replaced replaced =
        offered.asked(PLUGIN, List.of(at(random.nextInt(length + 1), random)));
    List<String> byHand = new ArrayList<>(replaced.all().askedFor(PLUGIN));
    byHand.removeAll(before);
    pages.changed(PLUGIN, byHand, byHand);
    took(replaced);
  }

  private void took(Suggestions.Replaced replaced) {
    offered = replaced.all();
    pages.changed(
        PLUGIN, replaced.removed(), replaced.added().stream().map(Suggestion::id).toList());
  }

  private Optional<Suggestion> one(Random random) {
    List<Suggestion> all = offered.list();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private void decide(Random random) {
    one(random)
        .ifPresent(
            suggestion -> {
              Verdict verdict = new Verdict(Outcome.REJECTED, -1, Optional.empty(), suggestion);
              commit(ChangeSet.empty(length), List.of(new Effect.Decide(verdict)));
              offered = offered.without(List.of(suggestion.id()));
              went(List.of(suggestion));
              decided.add(suggestion);
            });
  }

  private void reopen(Random random) {
    if (decided.isEmpty()) {
      return;
    }
    Suggestion last = decided.remove(decided.size() - 1);
    int place = random.nextInt(length + 1);
    Suggestion again = last.at(new Anchor(place, place, false));
    commit(ChangeSet.empty(length), List.of(new Effect.Reopen(again)));
    Suggestions.Mapped reopened = offered.reopened(List.of(again));
    offered = reopened.left();
    went(reopened.dropped());
    pages.changed(PLUGIN, List.of(again.id()), List.of(again.id()));
    follows = true;
  }

  private void dismissOrFollow(Random random) {
    if (random.nextInt(4) == 0) {
      follows = false;
      List<Suggestion> dropped = offered.list();
      offered = Suggestions.NONE;
      went(dropped);
      pages.begin(PLUGIN);
    }
  }

  private void keep(boolean fails) {
    OfferPages.Batch batch = pages.take();
    if (fails) {
      batch.plugins().forEach(pages::begin);
      return;
    }
    if (!batch.anew().isEmpty()) {
      rows.clear();
      rewritten++;
    } else if (!batch.isEmpty()) {
      appended++;
    }
    batch.pages().forEach(page -> rows.addAll(page.rows()));
  }

  /** Opened again after a crash: between the last page and the crash the log went on. */
  private void openAgain(Random random) {
    keep(false);
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      edit(random);
      decide(random);
    }
    if (rows.isEmpty()) {
      assertThat(follows).isFalse();
      return;
    }
    List<Kept> kept = rows.stream().map(row -> Json.read(row.body(), Kept.class)).toList();
    Resumed resumed = Resumed.followed(kept, log);
    assertThat(places(resumed.offered())).isEqualTo(places(offered));
    assertThat(Set.copyOf(resumed.offered().askedFor(PLUGIN)))
        .isEqualTo(new HashSet<>(offered.askedFor(PLUGIN)));
    assertThat(resumed.since()).allMatch(change -> change.revision() > newest().revision());
  }

  private List<TextRange> left(int row) {
    return Json.read(rows.get(row).body(), Kept.class).left();
  }

  private static Map<String, Integer> places(Suggestions suggestions) {
    return suggestions.list().stream()
        .collect(
            Collectors.toMap(Suggestion::id, Suggestion::start, (one, two) -> one, TreeMap::new));
  }

  private Offer newest() {
    return rows.get(rows.size() - 1);
  }

  @Test
  void aLongPageIsStoredInSeveralRows() {
    Random random = new Random(7);
    follows = true;
    length = 10_000;
    List<Suggestion> many = new ArrayList<>();
    for (int place = 0; place < 1_000; place++) {
      many.add(at(place, random));
    }
    took(offered.replace(PLUGIN, new TextRange(0, length), many));
    keep(false);
    assertThat(rows).hasSize(3);
    assertThat(left(0)).as("when the last row is lost").containsExactly(new TextRange(0, length));
    assertThat(left(2)).containsExactly(TextRange.at(made % LENGTH));
    openAgain(random);
  }

  @Test
  void areWrittenAnewWhenTheyAreFarBehind() {
    Random random = new Random(8);
    look(random);
    keep(false);
    for (int i = 0; i < 1_001; i++) {
      edit(random);
    }
    keep(false);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).revision()).isEqualTo(1_001);
    for (int i = 0; i < 10; i++) {
      look(random);
      keep(false);
    }
    assertThat(rows).hasSize(11);
  }
}
