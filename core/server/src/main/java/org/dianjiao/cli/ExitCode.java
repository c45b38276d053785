package org.dianjiao.cli;

/** What a command says to whoever called it. */
final class ExitCode {

  /** All was done, nothing is wrong. */
  static final int OK = 0;

  /** Something was refused, failed, or was found to be wrong. */
  static final int FAILED = 1;

  /** The command line or the settings file cannot be understood. */
  static final int USAGE = 2;

  /** A fault of this program, or of the disk or memory under it. */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
