package org.dianjiao.exchange;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one XML document into a string. Everything is escaped; a code point that XML cannot hold
 * becomes U+FFFD, in running text inside a {@code g} that names it.
 *
 * <p>Elements are either runs, written where they stand, or blocks, each on a line of its own; a
 * block is never put into mixed content.
 */
public final class XmlOutput {

  private static final int REPLACEMENT = 0xFFFD;

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins a document. */
  public XmlOutput() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Opens an element; attributes are names and values in turn. */
  public void open(String name, String... attributes) {
    try {
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
    open.push(name);
  }

  /** Closes the element that was opened last. */
  public void close() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
    open.pop();
  }

  /** An element without content. */
  public void empty(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Opens a block. */
  public void openBlock(String name, String... attributes) {
    newLine();
    open(name, attributes);
  }

  /** Closes a block that holds blocks. */
  public void closeBlock() {
    indent(open.size() - 1);
    close();
  }

  /** A block that holds text only. */
  public void block(String name, String text, String... attributes) {
    openBlock(name, attributes);
    characters(
        text.codePoints()
            .map(codePoint -> isAllowed(codePoint) ? codePoint : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
    close();
  }

  /** Begins a line for the next block. */
  public void newLine() {
    indent(open.size());
  }

  private void indent(int depth) {
    characters("\n" + "  ".repeat(depth));
  }

  /** Running text. */
  public void text(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (!isAllowed(codePoint)) {
        characters(text.substring(written, i));
        forbidden(codePoint);
        written = next;
      }
      i = next;
    }
    characters(text.substring(written));
  }

  private void forbidden(int codePoint) {
    if ("g".equals(open.peek())) {
      characters(Character.toString(REPLACEMENT));
      return;
    }
    open("g", "n", "U+%04X".formatted(codePoint));
    characters(Character.toString(REPLACEMENT));
    close();
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }

  private void characters(String text) {
    try {
      xml.writeCharacters(text);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Ends the document and returns it. */
  public String end() {
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
    return out.toString();
  }

  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("XML could not be written to memory", e);
  }
}
