package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.glyph.Clip;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.ListedGlyph;

/** The lists of glyphs that projects keep. */
public interface Glyphs {

  /** Those of a project, by their descriptions. */
  List<ListedGlyph> of(String project);

  /**
   * Enters one.
   *
   * @throws UnknownProject when there is no such project
   * @throws NameTaken when the project has this description, or this private-use character, already
   */
  ListedGlyph add(String project, GlyphEntry entry, String author);

  /**
   * Puts other words in its place; whether it was there.
   *
   * @throws NameTaken when another entry has this description or private-use character
   */
  boolean change(String project, String id, GlyphEntry entry);

  /** Takes it off the list, with its picture; whether it was there. */
  boolean remove(String project, String id);

  /** The picture of one. */
  Optional<Clip> clip(String project, String id);

  /** Gives one a picture, in the place of the earlier one; whether the entry was there. */
  boolean setClip(String project, String id, Clip clip);

  /** Takes the picture away; whether there was any. */
  boolean removeClip(String project, String id);
}
