package org.dianjiao.plugin.names.find;

import java.util.List;
import org.dianjiao.api.TextRange;

/**
 * A name in a text.
 *
 * @param range in the text as it was given
 * @param type what it names
 * @param entities whom it may mean, likeliest first; none when no entry has it
 * @param belief how likely it is a name, 0 to 1
 * @param why it is taken for one, in words; may be empty
 * @param nested whether it stands inside a longer one that was found too
 */
public record Found(
    TextRange range,
    String type,
    List<Ranked> entities,
    double belief,
    String why,
    boolean nested) {

  /** Whether an entry has it. */
  public boolean isKnown() {
    return !entities.isEmpty();
  }
}
