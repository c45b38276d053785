package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dianjiao.collation.Apparatus;
import org.dianjiao.collation.Apparatus.Entry;
import org.dianjiao.collation.Kind;
import org.dianjiao.collation.Witness;

/**
 * Writes witnesses as TEI P5 with the method of parallel segmentation: what all have stands once,
 * an {@code app} has a {@code rdg} for each different reading. What is not in an {@code app},
 * together with the readings of one witness, is the text of that witness, character for character.
 */
public final class CollationTei {

  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  private final XmlOutput xml = new XmlOutput();
  private final Apparatus apparatus;

  private CollationTei(Apparatus apparatus) {
    this.apparatus = apparatus;
  }

  /**
   * The file, to be encoded as UTF-8.
   *
   * @param version of the program
   */
  public static String write(Apparatus apparatus, String version) {
    CollationTei tei = new CollationTei(apparatus);
    tei.xml.open("TEI", "xmlns", NAMESPACE);
    tei.header(version);
    tei.xml.openBlock("text");
    tei.xml.openBlock("body");
    tei.xml.openBlock("ab", "xml:space", "preserve");
    apparatus.entries().forEach(tei::entry);
    tei.xml.close();
    tei.xml.closeBlock();
    tei.xml.closeBlock();
    tei.xml.closeBlock();
    return tei.xml.end();
  }

  private void header(String version) {
    xml.openBlock("teiHeader");
    xml.openBlock("fileDesc");
    xml.openBlock("titleStmt");
    xml.block(
        "title",
        apparatus.witnesses().stream().map(Witness::siglum).collect(Collectors.joining(", ")));
    xml.closeBlock();
    xml.openBlock("publicationStmt");
    xml.block("p", "Collated by Dianjiao " + version + ".");
    xml.closeBlock();
    xml.openBlock("sourceDesc");
    xml.openBlock("listWit");
    for (int i = 0; i < apparatus.witnesses().size(); i++) {
      xml.block("witness", apparatus.witnesses().get(i).siglum(), "xml:id", id(i));
    }
    xml.closeBlock();
    xml.closeBlock();
    xml.closeBlock();
    encoding();
    xml.closeBlock();
  }

  private void encoding() {
    xml.openBlock("encodingDesc");
    xml.openBlock("editorialDecl");
    xml.block(
        "p",
        "Found by a program, judged by nobody yet. Each witness is collated with the first. The type"
            + " of a reading says how it differs from the first witness: variant, transliteration,"
            + " wording, transposition, only-a, only-b (only the first, or only the other has it),"
            + " mark. The cause conversion says that a character may have been lost.");
    xml.closeBlock();
    xml.openBlock("variantEncoding", "method", "parallel-segmentation", "location", "internal");
    xml.close();
    xml.closeBlock();
  }

  private static String id(int witness) {
    return "w-" + (witness + 1);
  }

  private void entry(Entry entry) {
    if (entry.isCommon()) {
      xml.text(entry.readings().get(0));
      return;
    }
    Map<String, List<Integer>> readings = new LinkedHashMap<>();
    for (int i = 0; i < entry.readings().size(); i++) {
      readings.computeIfAbsent(entry.readings().get(i), none -> new ArrayList<>()).add(i);
    }
    xml.open("app");
    readings.forEach((reading, witnesses) -> reading(entry, reading, witnesses));
    xml.close();
  }

  private void reading(Entry entry, String reading, List<Integer> witnesses) {
    List<String> attributes = new ArrayList<>();
    attributes.add("wit");
    attributes.add(witnesses.stream().map(one -> "#" + id(one)).collect(Collectors.joining(" ")));
    Kind kind = witnesses.get(0) == 0 ? Kind.SAME : entry.kinds().get(witnesses.get(0) - 1);
    if (kind != Kind.SAME) {
      attributes.add("type");
      attributes.add(kind.word());
    }
    if (entry.lost() && reading.isEmpty()) {
      attributes.add("cause");
      attributes.add("conversion");
    }
    xml.open("rdg", attributes.toArray(new String[0]));
    xml.text(reading);
    xml.close();
  }
}
