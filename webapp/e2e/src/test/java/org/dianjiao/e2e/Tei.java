package org.dianjiao.e2e;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An exported TEI document. */
record Tei(Document document) {

  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  static Tei parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);
    return new Tei(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
  }

  /** The text of the body, marks and all. */
  String text() {
    return texts("body").get(0);
  }

  /** What each element of this name holds, in the order of the document. */
  List<String> texts(String element) {
    NodeList found = document.getElementsByTagNameNS(NAMESPACE, element);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> found.item(index).getTextContent())
        .toList();
  }
}
