package org.dianjiao.bus;

/** What is asked of the library, which opens the owners of documents on demand. */
public sealed interface LibraryMessage {

  /** Opens the owner of a document, unless it is open. */
  record OpenOwner(String document) implements LibraryMessage {}

  /** The owner answers at its addresses now. */
  record OwnerOpened(String document) implements LibraryMessage {}
}
