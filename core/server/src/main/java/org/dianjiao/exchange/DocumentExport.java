package org.dianjiao.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.document.Document;
import org.dianjiao.document.Provenance;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Project;

/** Writes a document out as it is in the storage now. Blocking; needs to read only. */
public final class DocumentExport {

  private static final Locale LANGUAGE = Locale.forLanguageTag("lzh");

  private final Database database;
  private final String version;
  private final TeiKinds kinds;
  private final Function<String, EntityFile> entities;

  /**
   * Exports of a database.
   *
   * @param version of this program, for the files
   * @param kinds of annotations that plugins declare
   * @param entities that a project sees
   */
  public DocumentExport(
      Database database, String version, TeiKinds kinds, Function<String, EntityFile> entities) {
    this.entities = entities;
    this.database = database;
    this.version = version;
    this.kinds = kinds;
  }

  /** The document's last stored state in a format; to be encoded as UTF-8. */
  public String write(DocumentRow row, ExportFormat format) {
    Replay replay = new Replay(database, row.id());
    Document document = replay.at(row.revision());
    return switch (format) {
      case TEXT -> PlainTextWriter.full(document.text());
      case BARE -> PlainTextWriter.bare(document.text());
      case TEI -> tei(row, document, replay);
    };
  }

  /** The document's last stored state, as plugins are given it: without what has lost its text. */
  public static MarkedText marked(Database database, DocumentRow row) {
    Document document = new Replay(database, row.id()).at(row.revision());
    List<Marked> annotations =
        document.annotations().stream()
            .filter(one -> !one.anchor().orphaned())
            .map(
                one ->
                    new Marked(new TextRange(one.anchor().start(), one.anchor().end()), one.body()))
            .toList();
    return new MarkedText(row.title(), document.text().toString(), LANGUAGE, annotations);
  }

  private String tei(DocumentRow row, Document document, Replay replay) {
    Provenance provenance = new Provenance();
    replay.all(row.revision(), provenance::add);
    String project =
        database.projects().byId(row.project()).map(Project::name).orElse(row.project());
    Map<String, String> names =
        database.accounts().all().stream().collect(Collectors.toMap(Account::id, Account::name));
    return TeiWriter.write(
        new TeiSource(
            row.title(),
            project,
            version,
            document,
            provenance,
            names,
            kinds,
            database.glyphs().of(row.project()),
            entities.apply(row.project())));
  }
}
