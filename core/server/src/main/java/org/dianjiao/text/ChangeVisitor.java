package org.dianjiao.text;

/** Is told each change of a change set, from the beginning of the text to its end. */
@FunctionalInterface
public interface ChangeVisitor {

  /**
   * Receives one change.
   *
   * @param fromA where it begins in the old text
   * @param toA where it ends in the old text
   * @param fromB where its replacement begins in the new text
   * @param toB where its replacement ends in the new text
   * @param inserted the replacement, {@code toB - fromB} units
   */
  void change(int fromA, int toA, int fromB, int toB, String inserted);
}
