package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.authority.Entry;
import org.dianjiao.exchange.authority.TeiEntities.Dialect;
import org.dianjiao.json.MalformedJson;

/** A form in which authority files come in and, of the first four, go out. */
public enum AuthorityFormat {
  /** One entry of JSON in each line; everything is in it. */
  JSONL("JSON Lines", "application/jsonl; charset=utf-8", ".jsonl"),
  /** Rows with tabs between their cells; everything is in it. */
  TSV("Rows with tabs", "text/tab-separated-values; charset=utf-8", ".tsv"),
  /** TEI P5 lists of persons, places, organizations, works and eras. */
  TEI("TEI P5", "application/tei+xml; charset=utf-8", ".xml"),
  /** SKOS in JSON-LD, without the times of forms and relations. */
  SKOS("SKOS (JSON-LD)", EntityJsonLd.MEDIA_TYPE, ".jsonld"),
  /** Tables of the China Biographical Database. */
  CBDB("CBDB tables (CSV)", "", ""),
  /** Persons and places of the DILA authority databases. */
  DILA("DILA authority databases (TEI)", "", ""),
  /** The listing of the Temporal Gazetteer of CHGIS. */
  CHGIS("CHGIS Temporal Gazetteer (CSV)", "", ""),
  /** Extracts of GeoNames. */
  GEONAMES("GeoNames extracts", "", ""),
  /** Items of Wikidata. */
  WIKIDATA("Wikidata JSON", "", "");

  private final String label;
  private final String mediaType;
  private final String suffix;

  AuthorityFormat(String label, String mediaType, String suffix) {
    this.label = label;
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  /** The format as it is written on the command line and in addresses: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static AuthorityFormat of(String word) {
    return Stream.of(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format “%s” is none of %s".formatted(word, words(Stream.of(values())))));
  }

  private static String words(Stream<AuthorityFormat> formats) {
    return formats.map(AuthorityFormat::word).collect(Collectors.joining(", "));
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** Whether entries can be written in it. */
  public boolean isWritten() {
    return !suffix.isEmpty();
  }

  /** The type for an HTTP header, of one that is written. */
  public String mediaType() {
    return mediaType;
  }

  /** How the name of a file ends, of one that is written. */
  public String suffix() {
    return suffix;
  }

  /**
   * Reads entries. Several files are one list, in their order; tables that say more about what
   * stands in others come behind these.
   *
   * @param most entries that are taken
   * @throws IllegalArgumentException when a file is not of this format at all
   * @throws Intake.TooManyEntries when there are more
   */
  public Intake read(List<InputStream> files, int most) throws IOException {
    Intake intake = new Intake(most);
    CbdbTables cbdb = new CbdbTables(intake);
    GeoNamesTables geoNames = new GeoNamesTables(intake);
    try {
      for (InputStream in : files) {
        switch (this) {
          case JSONL -> EntityLines.readJson(in, intake);
          case TSV -> EntityLines.readRows(in, intake);
          case TEI -> TeiEntities.read(in, Dialect.TEI, intake);
          case DILA -> TeiEntities.read(in, Dialect.DILA, intake);
          case SKOS -> SkosEntities.read(in, intake);
          case CBDB -> cbdb.read(in);
          case CHGIS -> new TgazTable(intake).read(in);
          case GEONAMES -> geoNames.read(in);
          case WIKIDATA -> new WikidataItems(intake).read(in);
        }
      }
    } catch (MalformedJson malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
    cbdb.finish();
    geoNames.finish();
    return intake;
  }

  /**
   * Writes entries in their order, as UTF-8.
   *
   * @param title of the file, where the format has one
   */
  public void write(List<Entry> entries, String title, Writer out) throws IOException {
    switch (this) {
      case JSONL -> EntityLines.writeJson(entries, out);
      case TSV -> EntityLines.writeRows(entries, out);
      case TEI -> out.write(EntityTei.write(entries, title));
      case SKOS -> out.write(EntityJsonLd.document(entries));
      case CBDB, DILA, CHGIS, GEONAMES, WIKIDATA ->
          throw new IllegalArgumentException(
              "%s is only read; written are %s"
                  .formatted(
                      word(), words(Stream.of(values()).filter(AuthorityFormat::isWritten))));
    }
  }

  /** The entries as one text. */
  public String text(List<Entry> entries, String title) {
    StringWriter text = new StringWriter();
    try {
      write(entries, title, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
