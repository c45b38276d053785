package org.dianjiao.exchange.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Entry;
import org.dianjiao.entity.Change;

/**
 * What taking entries over would change in an authority file. What is there already with the same
 * content stays as it is; an id is only ever put in or given another content, never taken off.
 *
 * @param changes what is put in or replaced
 * @param added how many of them are new in this file
 * @param same how many entries are there already
 * @param kept how many are there with another content, which was to be kept
 */
public record ImportPlan(List<Change> changes, int added, int same, int kept) {

  /** Copies the changes. */
  public ImportPlan {
    changes = List.copyOf(changes);
  }

  /**
   * Compares.
   *
   * @param file what is there now, over what it lies over
   * @param keep whether what is there with another content stays
   */
  public static ImportPlan of(EntityFile file, List<Entry> entries, boolean keep) {
    List<Change> changes = new ArrayList<>();
    int added = 0;
    int same = 0;
    int kept = 0;
    for (Entry entry : entries) {
      Optional<Entry> there = file.entry(entry.id());
      if (there.filter(entry::equals).isPresent()) {
        same++;
      } else if (there.isPresent() && keep) {
        kept++;
      } else {
        Optional<Entry> own = file.own(entry.id());
        added += own.isEmpty() ? 1 : 0;
        changes.add(new Change(entry.id(), own, Optional.of(entry)));
      }
    }
    return new ImportPlan(changes, added, same, kept);
  }

  /** How many get another content. */
  public int replaced() {
    return changes.size() - added;
  }

  /**
   * Refuses what does not fit.
   *
   * @throws IllegalArgumentException when the file would have more entries than the limit
   */
  public void requireRoom(EntityFile file, int most) {
    if (file.size() + added > most) {
      throw new IllegalArgumentException(
          "%d entries are in this file and %d more would come; %d at most: the limit is"
                  .formatted(file.size(), added, most)
              + " authority-entries");
    }
  }
}
