package org.dianjiao.plugin.names.find;

import java.util.List;

/** A way in which names betray themselves that no entry has. Keeps nothing between calls. */
interface Pattern {

  /** Adds those that begin in a stretch of a reading. */
  void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found);
}
