package org.dianjiao.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.dianjiao.search.Found.Fold;
import org.dianjiao.search.Found.Hit;
import org.dianjiao.search.Relatives.Relative;

/** Reads one block after the other, and finds what is asked for in it. */
final class BlockReader {

  private static final int CONTEXT = 40;
  private static final int LONGEST_TAG = Scan.LOOK_AHEAD - CONTEXT;

  private final List<Phrase> phrases;
  private final List<Beginnings> beginnings;
  private final TagFilter filter;
  private char[] units = new char[0];
  private int length;
  private int own;
  private List<Tagged> tags = List.of();

  /**
   * A match in a block.
   *
   * @param phrase that was found; empty when an annotation was
   */
  record Match(int start, int end, Optional<Phrase> phrase, Optional<Tagged> tag) {}

  BlockReader(List<Phrase> phrases, TagFilter filter) {
    this.phrases = phrases;
    this.beginnings = phrases.stream().map(Beginnings::of).toList();
    this.filter = filter;
  }

  /** How many things are counted, each by itself. */
  int kinds() {
    return Math.max(1, phrases.size());
  }

  /** Goes on to a block. */
  void load(BytesRef text, int ownUnits, BytesRef written) {
    length = Bytes.units(text);
    if (units.length < length) {
      units = new char[2 * length];
    }
    Bytes.text(text, units);
    own = ownUnits;
    tags =
        filter.isEmpty() ? List.of() : Bytes.tags(written).stream().filter(filter::takes).toList();
  }

  /**
   * How many matches begin in the block, of each thing that is asked for.
   *
   * @param last whether its end is the end of the text
   */
  int[] counts(boolean last) {
    if (!filter.isEmpty() || phrases.isEmpty()) {
      return countsOfTagged(last);
    }
    int[] counts = new int[phrases.size()];
    for (int i = 0; i < counts.length; i++) {
      Scan scan = new Scan(units, length, phrases.get(i), beginnings.get(i));
      for (int at = scan.next(0, own); at >= 0; at = scan.next(at + 1, own)) {
        counts[i]++;
      }
    }
    return counts;
  }

  private int[] countsOfTagged(boolean last) {
    int[] counts = new int[kinds()];
    for (Match match : matches(last)) {
      counts[match.phrase().map(phrases::indexOf).orElse(0)]++;
    }
    return counts;
  }

  /** The matches that begin in the block, in order. */
  List<Match> matches(boolean last) {
    List<Match> matches = new ArrayList<>();
    if (phrases.isEmpty()) {
      for (Tagged tag : tags) {
        if (tag.start() >= 0 && (tag.start() < own || (last && tag.start() == own))) {
          matches.add(new Match(tag.start(), tag.end(), Optional.empty(), Optional.of(tag)));
        }
      }
    }
    for (int i = 0; i < phrases.size(); i++) {
      Scan scan = new Scan(units, length, phrases.get(i), beginnings.get(i));
      for (int at = scan.next(0, own); at >= 0; at = scan.next(at + 1, own)) {
        int end = scan.end(at, Trace.NONE);
        Optional<Tagged> tag = overlapping(at, end);
        if (filter.isEmpty() || tag.isPresent()) {
          matches.add(new Match(at, end, Optional.of(phrases.get(i)), tag));
        }
      }
    }
    matches.sort(Comparator.comparingInt(Match::start).thenComparingInt(Match::end));
    return matches;
  }

  private Optional<Tagged> overlapping(int start, int end) {
    return tags.stream().filter(tag -> tag.start() < end && start < tag.end()).findFirst();
  }

  /**
   * A match as it is told.
   *
   * @param blockStart of the block in its document
   * @param previous the units of the block before this one
   */
  Hit hit(Match match, String document, long revision, int blockStart, char[] previous) {
    Reasons reasons = new Reasons(blockStart);
    match
        .phrase()
        .ifPresent(
            phrase ->
                new Scan(units, length, phrase, Beginnings.of(phrase)).end(match.start(), reasons));
    int end = Math.min(Math.min(match.end(), match.start() + LONGEST_TAG), length);
    return new Hit(
        document,
        revision,
        blockStart + match.start(),
        blockStart + match.end(),
        before(match.start(), previous),
        new String(units, match.start(), boundary(end) - match.start()),
        new String(units, end, boundary(Math.min(length, end + CONTEXT)) - boundary(end)),
        reasons.folds,
        reasons.passed.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList(),
        match.tag().map(tag -> tag.shifted(blockStart)));
  }

  private String before(int start, char[] previous) {
    int here = Math.min(start, CONTEXT);
    int there = Math.min(previous.length, CONTEXT - here);
    String text =
        new String(previous, previous.length - there, there)
            + new String(units, start - here, here);
    char[] whole = text.toCharArray();
    int from = 0;
    while (from < whole.length && startsInside(whole, from)) {
      from++;
    }
    return text.substring(from);
  }

  private static boolean startsInside(char[] whole, int at) {
    return Character.isLowSurrogate(whole[at])
        ? at == 0 || Character.isHighSurrogate(whole[at - 1])
        : Units.isAttached(whole, whole.length, at);
  }

  private int boundary(int at) {
    int boundary = at;
    while (boundary > 0 && boundary < length && !Units.isBoundary(units, length, boundary)) {
      boundary--;
    }
    return boundary;
  }

  /** Collects why a match is one. */
  private final class Reasons implements Trace {
    private final int blockStart;
    private final List<Fold> folds = new ArrayList<>();
    private final Set<Passed> passed = EnumSet.noneOf(Passed.class);

    Reasons(int blockStart) {
      this.blockStart = blockStart;
    }

    @Override
    public void took(Wanted wanted, int from, int to) {
      int found = Character.codePointAt(units, from, length);
      if (wanted.isAny()) {
        folds.add(new Fold(blockStart + from, blockStart + to, "", "any", "", List.of()));
      }
      wanted.relative(found).ifPresent(relative -> fold(wanted, from, to, relative));
    }

    private void fold(Wanted wanted, int from, int to, Relative relative) {
      folds.add(
          new Fold(
              blockStart + from,
              blockStart + to,
              wanted.asked(),
              relative.bond().name().toLowerCase(Locale.ROOT),
              relative.relation(),
              relative.sources()));
    }

    @Override
    public void passed(Passed what) {
      passed.add(what);
    }
  }
}
