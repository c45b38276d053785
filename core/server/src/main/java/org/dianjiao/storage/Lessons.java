package org.dianjiao.storage;

import java.util.List;
import java.util.Map;

/**
 * How far plugins were told what people decided about their suggestions. What was told and not
 * noted here is told again: at least once, never not at all.
 */
public interface Lessons {

  /**
   * How far the decisions about one document were told.
   *
   * @param all up to which revision everybody was told
   * @param others instances that were told less, because they did not listen
   */
  record Told(long all, Map<String, Long> others) {

    /** Copies the map. */
    public Told {
      others = Map.copyOf(others);
    }

    /** Up to which revision an instance was told. */
    public long of(String instance) {
      return others.getOrDefault(instance, all);
    }
  }

  /** How far they were told; nothing was for a document that is new. */
  Told told(String document);

  /** Notes how far they were told, in place of what was noted before. */
  void note(String document, Told told);

  /**
   * Documents whose log goes on behind what everybody was told, or about which an instance was told
   * less than all.
   */
  List<String> behind();

  /** Documents about which an instance was told less than everybody. */
  List<String> apart(String instance);
}
