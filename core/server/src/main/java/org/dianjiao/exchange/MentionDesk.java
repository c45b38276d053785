package org.dianjiao.exchange;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads who and what is mentioned in the documents of a project, and keeps what was read until a
 * document changes. Copies of blind rounds are none of the documents. Every method blocks, and any
 * thread may call it.
 */
public final class MentionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(MentionDesk.class);

  private final Database database;
  private final int mostMentions;
  private final int mostKept;
  private final Map<String, DocumentMentions> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /**
   * A desk that has read nothing.
   *
   * @param mostMentions that are read of one document
   * @param mostKept mentions that are kept of all documents together
   */
  public MentionDesk(Database database, int mostMentions, int mostKept) {
    this.database = database;
    this.mostMentions = mostMentions;
    this.mostKept = mostKept;
  }

  /**
   * What was read in a project.
   *
   * @param documents with their mentions, in the order of the documents
   * @param behind how many documents were not read up to now, for want of time or because they
   *     cannot be read: they stand here as they were read last, or not at all
   */
  public record Read(Map<DocumentRow, DocumentMentions> documents, int behind) {

    /** Whether none is behind, and none has more mentions than are read. */
    public boolean complete() {
      return behind == 0 && documents.values().stream().allMatch(DocumentMentions::complete);
    }
  }

  /**
   * Reads all documents of a project. One document is read whatever it takes, so that whoever asks
   * again comes to an end.
   *
   * @param goesOn whether there is time for one document more
   */
  public Read of(String project, BooleanSupplier goesOn) {
    return of(database.projects().documents(project), goesOn);
  }

  private Read of(List<DocumentRow> rows, BooleanSupplier goesOn) {
    Map<DocumentRow, DocumentMentions> documents = new LinkedHashMap<>();
    int behind = 0;
    boolean once = false;
    for (DocumentRow row : rows) {
      Optional<DocumentMentions> known = kept(row.id());
      boolean current = known.isPresent() && known.get().revision() >= row.revision();
      if (!current && (!once || goesOn.getAsBoolean())) {
        once = true;
        Optional<DocumentMentions> fresh = read(row);
        current = fresh.isPresent();
        known = fresh.isPresent() ? fresh : known;
      }
      behind += current ? 0 : 1;
      known.ifPresent(mentions -> documents.put(row, mentions));
    }
    return new Read(documents, behind);
  }

  private Optional<DocumentMentions> read(DocumentRow row) {
    try {
      DocumentMentions read =
          DocumentMentions.of(
              row.id(), new Replay(database, row.id()).at(row.revision()), mostMentions);
      keep(row.id(), read);
      return Optional.of(read);
    } catch (IllegalStateException | IllegalArgumentException fault) {
      LOG.warn("the mentions of document {} cannot be read: {}", row.id(), fault.getMessage());
      return Optional.empty();
    }
  }

  private void keep(String document, DocumentMentions read) {
    synchronized (kept) {
      DocumentMentions old = kept.put(document, read);
      size += read.size() - (old == null ? 0 : old.size());
      Iterator<DocumentMentions> eldest = kept.values().iterator();
      while (size > mostKept && eldest.hasNext()) {
        size -= eldest.next().size();
        eldest.remove();
      }
    }
  }

  private Optional<DocumentMentions> kept(String document) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(document));
    }
  }
}
