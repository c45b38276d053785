package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.BareText;

/**
 * Makes the plan by which marks are what they would be without those of one origin: what it put
 * there goes, what it took away comes back. Whatever is no mark stays as it is. A mark that is gone
 * was one where it stood among all that ever was written.
 */
final class MarkPlan {

  private final Weave weave;
  private final TextRange range;
  private final Predicate<Act> acts;
  private final Predicate<Act> undone;
  private final BareText now;
  private final BareText ever;
  private final List<Strand> strands = new ArrayList<>();
  private final List<Boolean> after = new ArrayList<>();
  private int position;
  private int written;

  /** Whether the mark that the last unit belongs to is there by this plan. */
  private boolean stays;

  private MarkPlan(Weave weave, MarksOf whose, TextRange range) {
    this.weave = weave;
    this.range = range;
    this.acts = whose::include;
    this.undone = weave.undoneWithout(acts);
    StringBuilder all = new StringBuilder();
    StringBuilder there = new StringBuilder();
    weave.forEach(
        strand -> {
          all.append(weave.text(strand));
          if (strand.life().alive()) {
            there.append(weave.text(strand));
          }
        });
    this.ever = BareText.of(all.toString());
    this.now = BareText.of(there.toString());
  }

  /**
   * The plan.
   *
   * @param passage of the newest text; all of it when empty
   */
  static WeavePlan of(Weave weave, MarksOf whose, Optional<TextRange> passage) {
    TextRange range = passage.orElseGet(() -> new TextRange(0, weave.length()));
    MarkPlan plan = new MarkPlan(weave, whose, range);
    weave.forEach(plan::add);
    boolean[] after = new boolean[plan.after.size()];
    for (int i = 0; i < after.length; i++) {
      after[i] = plan.after.get(i);
    }
    return new WeavePlan(weave, plan.strands, after);
  }

  /** Cuts a strand where marks that come or go meet what stays as it is. */
  private void add(Strand strand) {
    String text = weave.text(strand);
    boolean without = strand.life().aliveWithout(acts, undone);
    int from = 0;
    boolean there = then(strand, text.charAt(0), without);
    for (int i = 1; i < text.length(); i++) {
      boolean next = then(strand, text.charAt(i), without);
      if (next != there) {
        add(strand, from, i, there);
        from = i;
        there = next;
      }
    }
    add(strand, from, text.length(), there);
  }

  private void add(Strand strand, int from, int to, boolean there) {
    strands.add(strand.head(to).tail(from));
    after.add(there);
  }

  /** Whether the next unit is there by this plan. */
  private boolean then(Strand strand, char unit, boolean without) {
    boolean alive = strand.life().alive();
    boolean mark = alive ? now.leavesOut(position) : ever.leavesOut(written);
    boolean inside =
        range.start() <= position
            && (position < range.end() || (!alive && range.end() == weave.length()));
    written++;
    position += alive ? 1 : 0;
    if (!mark || !inside) {
      return alive;
    }
    stays = BareText.isMark(unit) ? without : stays && (alive || without);
    return stays;
  }
}
