package org.dianjiao.plugin.names.find;

import java.util.Map;
import java.util.Set;

/** What people decided about names before, where a text belongs. */
public interface Habits {

  /** Nobody decided anything. */
  Habits NONE =
      new Habits() {
        @Override
        public double odds(String form, char before, char behind, String entity) {
          return 0;
        }

        @Override
        public Map<String, Set<String>> taught() {
          return Map.of();
        }
      };

  /**
   * How much the decisions speak for a reading of a form, or against it: the logarithm of odds.
   *
   * @param form folded
   * @param before the character before it, a line end at the beginning
   * @param behind the character behind it, a line end at the end
   * @param entity id; {@code -} for a name that no entry has, empty for its being a name at all
   */
  double odds(String form, char before, char behind, String entity);

  /** The ids of entities that people gave to forms. */
  Map<String, Set<String>> taught();
}
