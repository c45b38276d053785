package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;

/** The names that people gave to revisions. */
public interface Versions {

  /**
   * Names a revision.
   *
   * @throws UnknownRevision when the log has no such revision
   * @throws NameTaken when another revision of the document, or the same one, has this name
   */
  NamedVersion add(String document, long revision, String name, String note, String author);

  /** The named versions of a document, the latest revision first. */
  List<NamedVersion> of(String document);

  /** One named version of a document. */
  Optional<NamedVersion> find(String document, String id);

  /**
   * Gives a version another name and note; nothing happens when it is not there.
   *
   * @throws NameTaken when another version of its document has this name
   */
  void rename(String id, String name, String note);

  /** Takes a name away; the revision stays. Nothing happens when it is not there. */
  void remove(String id);
}
