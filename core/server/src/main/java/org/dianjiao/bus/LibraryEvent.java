package org.dianjiao.bus;

/** What happened among all documents; for whoever follows them without having one open. */
public sealed interface LibraryEvent {

  /** A document has changes that are durable, or was brought in. */
  record DocumentChanged(String document) implements LibraryEvent {}
}
