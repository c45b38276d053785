package org.dianjiao.plugin.remote.child;

/** The plugin says no to a file; the message is its own, for the person. */
final class Unwilling extends Exception {

  private static final long serialVersionUID = 1L;

  Unwilling(Exception said) {
    super(
        said.getMessage() == null || said.getMessage().isBlank()
            ? said.getClass().getSimpleName()
            : said.getMessage(),
        said);
  }
}
