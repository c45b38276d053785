package org.dianjiao.exchange;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one place where XML parsers are made. They read what others sent: a document type is skipped
 * and never fetched, an entity reference is handed on unresolved, and nothing outside the stream is
 * opened.
 *
 * <p>The parser is the JDK's own, whatever lies on the class path. Depth and size are for the
 * reader of a format to bound.
 */
public final class SafeXml {

  private SafeXml() {}

  /**
   * A parser over a stream; the stream says its encoding.
   *
   * @throws XMLStreamException when the stream does not begin like XML
   */
  public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return factory().createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("a document may not name what lies outside it: " + systemId);
        });
    return factory;
  }
}
