package org.dianjiao.exchange;

import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.text.Text;

/**
 * Writes a document as TEI P5.
 *
 * <ul>
 *   <li>The body has one {@code p} for each line. Everything in it that is not {@code reg} is the
 *       text, character for character, line feeds included. A character that XML cannot hold stands
 *       as U+FFFD in a {@code g} that names it.
 *   <li>A mark is a {@code pc}; its {@code resp} points to the source, to who typed it, or to who
 *       accepted it and the plugin or person that suggested it.
 *   <li>An annotation is an element around its words where it nests with the others: {@code choice}
 *       with {@code orig} and {@code reg}, {@code persName}, {@code placeName}, {@code orgName},
 *       {@code roleName}, {@code title}, {@code date} or {@code rs} with {@code ref}, {@code g}
 *       with a {@code char} in the header, {@code seg} with {@code gap}. Kinds that plugins declare
 *       are written as they declare them. A gap in which nothing stands is an empty {@code gap}.
 *   <li>Of annotations that cross, the one that begins first, or is the longer, stays an element.
 *       The other stands whole in a {@code span} in {@code standOff}, from one {@code anchor} to
 *       another; so does one that crosses lines. No annotation is ever split.
 *   <li>Remarks are {@code note}s in {@code standOff} that point to anchors, and so is, with type
 *       {@code orphaned}, every annotation whose text is gone.
 *   <li>An approval is a {@code change} with status {@code approved} that points to its line; it
 *       says so when there was nothing to mark. A word that a line is ready is one with status
 *       {@code ready}.
 * </ul>
 *
 * <p>What nobody decided yet, suggestions and proposals, is not written.
 */
public final class TeiWriter {

  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  private TeiWriter() {}

  /** The document as one XML file, to be encoded as UTF-8. */
  public static String write(TeiSource source) {
    Text text = source.document().text();
    List<Annotation> all = source.annotations();
    TeiMarks marks = new TeiMarks(text.toString(), source.provenance().runs());
    TeiLayout layout = new TeiLayout(source.document(), all, marks);
    TeiAgencies agencies = new TeiAgencies(source);
    XmlOutput xml = new XmlOutput();
    TeiAnnotations annotations = new TeiAnnotations(xml, agencies, source.kinds(), all);
    xml.open("TEI", "xmlns", NAMESPACE);
    new TeiHeader(xml, source, agencies).write(layout, annotations.characters());
    new TeiBody(xml, layout, marks, agencies, annotations).write(text);
    new TeiStandOff(xml, layout, agencies, annotations).write(text, all);
    xml.closeBlock();
    return xml.end();
  }
}
