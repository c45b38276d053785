package org.dianjiao.cli;

import java.util.List;
import java.util.Locale;
import org.dianjiao.collation.Apparatus;
import org.dianjiao.collation.Collation;
import org.dianjiao.exchange.CollationPage;
import org.dianjiao.exchange.CollationTable;
import org.dianjiao.exchange.CollationTei;
import org.dianjiao.web.Version;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a collation is written as. */
enum CollationFormat {
  TABLE,
  TSV,
  TEI,
  HTML;

  /** Reads the name of a format. */
  static final class Word implements ITypeConverter<CollationFormat> {
    @Override
    public CollationFormat convert(String word) {
      for (CollationFormat format : values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "\"%s\" is no format; there are table, tsv, tei and html".formatted(word));
    }
  }

  /** Collations of one first text in this format. */
  String write(List<Collation> collations) {
    return switch (this) {
      case TABLE -> CollationSummary.lines(collations);
      case TSV -> CollationTable.write(collations);
      case TEI -> CollationTei.write(Apparatus.of(collations), Version.TEXT);
      case HTML -> CollationPage.write(Apparatus.of(collations), Version.TEXT);
    };
  }
}
