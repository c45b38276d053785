package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.glyph.Clip;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.ListedGlyph;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Lists of glyphs in SQL. */
final class SqlGlyphs implements Glyphs {

  private final Transactions transactions;

  SqlGlyphs(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<ListedGlyph> of(String project) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT g.id, g.description, g.ids, g.form, g.note, g.author_id, g.created_at,
                      c.media_type
                    FROM glyph g LEFT JOIN glyph_clip c ON c.glyph_id = g.id
                    WHERE g.project_id = :project""")
                .bind("project", project)
                .map((row, context) -> glyph(row))
                .stream()
                .sorted(Comparator.comparing(glyph -> glyph.entry().description()))
                .toList());
  }

  private static ListedGlyph glyph(ResultSet row) throws SQLException {
    return new ListedGlyph(
        row.getString("id"),
        new GlyphEntry(
            row.getString("description"),
            row.getString("ids"),
            row.getString("form"),
            row.getString("note")),
        Optional.ofNullable(row.getString("media_type")).flatMap(Clip.Kind::of),
        row.getString("author_id"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  @Override
  public ListedGlyph add(String project, GlyphEntry entry, String author) {
    Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    ListedGlyph glyph = new ListedGlyph(FreshId.next(), entry, Optional.empty(), author, now);
    int added = transactions.write(handle -> naming(entry, () -> insert(handle, project, glyph)));
    if (added == 0) {
      throw new UnknownProject(project);
    }
    return glyph;
  }

  private static int insert(Handle handle, String project, ListedGlyph glyph) {
    return said(
            handle.createUpdate(
                """
                INSERT INTO glyph (id, project_id, description, ids, form, private_use, note,
                  author_id, created_at)
                SELECT :id, id, :description, :ids, :form, :private, :note, :author, :at
                FROM project WHERE id = :project"""),
            glyph.entry())
        .bind("id", glyph.id())
        .bind("project", project)
        .bind("author", glyph.author())
        .bind("at", glyph.at().toEpochMilli())
        .execute();
  }

  /** Binds what a person wrote. */
  private static <S extends SqlStatement<S>> S said(S statement, GlyphEntry entry) {
    StorableText.require("description", entry.description());
    StorableText.require("note", entry.note());
    return statement
        .bind("description", entry.description())
        .bind("ids", entry.ids())
        .bind("form", entry.form())
        .bind("private", entry.isPrivateUse() ? entry.form() : null)
        .bind("note", entry.note());
  }

  private <T> T naming(GlyphEntry entry, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause && transactions.engine().keyTaken(cause)) {
        String form =
            entry.isPrivateUse() ? " or U+%04X".formatted(entry.form().codePointAt(0)) : "";
        throw new NameTaken(entry.description() + form);
      }
      throw e;
    }
  }

  @Override
  public boolean change(String project, String id, GlyphEntry entry) {
    return transactions.write(
            handle ->
                naming(
                    entry,
                    () ->
                        said(
                                handle.createUpdate(
                                    """
                                    UPDATE glyph SET description = :description, ids = :ids,
                                      form = :form, private_use = :private, note = :note
                                    WHERE id = :id AND project_id = :project"""),
                                entry)
                            .bind("id", id)
                            .bind("project", project)
                            .execute()))
        > 0;
  }

  @Override
  public boolean remove(String project, String id) {
    return transactions.write(
            handle -> {
              dropClip(handle, project, id);
              return handle.execute(
                  "DELETE FROM glyph WHERE id = ? AND project_id = ?", id, project);
            })
        > 0;
  }

  @Override
  public Optional<Clip> clip(String project, String id) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT c.content FROM glyph_clip c JOIN glyph g ON g.id = c.glyph_id
                    WHERE g.id = :id AND g.project_id = :project""")
                .bind("id", id)
                .bind("project", project)
                .mapTo(String.class)
                .findOne()
                .map(content -> Clip.of(Base64.getDecoder().decode(content))));
  }

  @Override
  public boolean setClip(String project, String id, Clip clip) {
    return transactions.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO glyph_clip (glyph_id, media_type, content)
                        SELECT id, :type, :content FROM glyph
                        WHERE id = :id AND project_id = :project
                        ON CONFLICT (glyph_id) DO UPDATE SET
                          media_type = excluded.media_type, content = excluded.content""")
                    .bind("id", id)
                    .bind("project", project)
                    .bind("type", clip.kind().mediaType())
                    .bind("content", Base64.getEncoder().encodeToString(clip.bytes()))
                    .execute())
        > 0;
  }

  @Override
  public boolean removeClip(String project, String id) {
    return transactions.write(handle -> dropClip(handle, project, id)) > 0;
  }

  private static int dropClip(Handle handle, String project, String id) {
    return handle.execute(
        """
        DELETE FROM glyph_clip WHERE glyph_id IN
          (SELECT id FROM glyph WHERE id = ? AND project_id = ?)""",
        id,
        project);
  }
}
