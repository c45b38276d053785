package org.dianjiao.plugin.names;

/**
 * A name as it was marked by hand, or as it was proposed.
 *
 * @param place the text, and the code points from and to
 * @param surface the characters
 * @param type what it names
 * @param entity id; empty when no entry has it
 * @param nested whether it stands inside a longer one
 */
record Mention(Place place, String surface, String type, String entity, boolean nested) {

  /** Where it stands. */
  record Place(String seed, int start, int end) {}

  boolean isShort() {
    return surface.codePointCount(0, surface.length()) == 1;
  }

  boolean isOffice() {
    return type.equals("office");
  }

  boolean isUnknown() {
    return entity.isEmpty();
  }
}
