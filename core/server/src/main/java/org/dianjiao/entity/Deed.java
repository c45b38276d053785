package org.dianjiao.entity;

/** What a step does. */
public enum Deed {
  /** Puts in what ships. */
  SHIP,
  /** Makes an entity. */
  ADD,
  /** Changes one. */
  EDIT,
  /** Takes one off the file. */
  REMOVE,
  /** Makes one of two; the other id stands for it. */
  MERGE,
  /** Makes two of one. */
  SPLIT,
  /** Takes entries over from a file. */
  IMPORT,
  /** Takes an earlier step back. */
  UNDO
}
