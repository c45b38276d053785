package org.dianjiao.plugin;

/** A plugin's answer that breaks a rule; the message says which, with the numbers. */
final class WrongAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongAnswer(String message) {
    super(message, null, false, false);
  }
}
