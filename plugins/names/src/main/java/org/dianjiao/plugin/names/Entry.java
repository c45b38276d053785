package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.api.Body;

/**
 * One person, place, office … of the authority file.
 *
 * @param id absolute URI
 * @param forms the ways it is written
 * @param latin its name in Latin letters, may be empty like the next three
 * @param identifiers in schemes that have no links, such as {@code dila-place:PLA000020}
 * @param links pages about it elsewhere
 */
record Entry(
    URI id,
    String type,
    String label,
    List<String> forms,
    String latin,
    String dates,
    String note,
    String identifiers,
    List<URI> links) {

  Entry {
    if (!id.isAbsolute()) {
      throw new IllegalArgumentException("entry " + id + " is not an absolute URI");
    }
    forms = List.copyOf(forms);
    links = List.copyOf(links);
  }

  static Entry of(List<String> row) {
    return new Entry(
        URI.create(row.get(0)),
        row.get(1),
        row.get(2),
        parts(row.get(3), "\\|").toList(),
        row.get(4),
        row.get(5),
        row.get(6),
        row.get(7),
        parts(row.get(8), " ").map(URI::create).toList());
  }

  Body.Identification identification() {
    return new Body.Identification(id, label, type);
  }

  /** For the reviewer: {@code person 奕訢, I-hsin, Prince Kung, 1833-1898}. */
  String inWords() {
    String words =
        Stream.of(type + " " + label, latin, dates, note)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return identifiers.isEmpty() ? words : words + " (" + identifiers + ")";
  }

  private static Stream<String> parts(String cell, String separator) {
    return Arrays.stream(cell.split(separator, -1)).filter(part -> !part.isEmpty());
  }
}
