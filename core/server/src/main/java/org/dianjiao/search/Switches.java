package org.dianjiao.search;

/**
 * What counts as the same, and what is passed over. With all of it off, only the very characters
 * that are asked for are found, next to one another.
 *
 * @param variants whether a direct variant of a character counts as that character
 * @param simplified whether its simplified or traditional form does
 * @param marks whether punctuation marks are passed over
 * @param lines whether line ends and spaces are
 * @param notes whether a bracketed note is passed over by what stands around it
 * @param selectors whether it does not matter which glyph a variation selector chooses
 */
public record Switches(
    boolean variants,
    boolean simplified,
    boolean marks,
    boolean lines,
    boolean notes,
    boolean selectors) {

  /** Everything matters. */
  public static final Switches EXACT = new Switches(false, false, false, false, false, false);
}
