package org.dianjiao.exchange;

import org.dianjiao.api.Body;

/**
 * How another form of some words is written, by how it is related to them:
 *
 * <ul>
 *   <li>{@code misprint}: {@code choice} with {@code sic} around the words and {@code corr};
 *   <li>{@code reading: TITLE}, what another witness has: {@code app} with {@code lem} around the
 *       words, {@code rdg} and {@code wit};
 *   <li>any other: {@code choice} with {@code orig} around the words and {@code reg}.
 * </ul>
 */
final class TeiOtherForm {

  private static final String MISPRINT = "misprint";
  private static final String READING = "reading: ";

  private final XmlOutput xml;
  private final Body.Regularization body;

  TeiOtherForm(XmlOutput xml, Body.Regularization body) {
    this.xml = xml;
    this.body = body;
  }

  private boolean isReading() {
    return body.relation().startsWith(READING);
  }

  private boolean isMisprint() {
    return body.relation().equals(MISPRINT);
  }

  /** Opens the elements around the words; two of them. */
  void open(String... attributes) {
    xml.open(isReading() ? "app" : "choice", attributes);
    xml.open(isReading() ? "lem" : isMisprint() ? "sic" : "orig");
  }

  /** Closes both, the other form between. */
  void close() {
    xml.close();
    form();
    xml.close();
  }

  /** What the words are in the other form, without the words. */
  void alone() {
    if (isReading()) {
      xml.open("app");
      form();
      xml.close();
    } else {
      form();
    }
  }

  private void form() {
    if (isReading()) {
      xml.open("rdg");
    } else if (isMisprint()) {
      xml.open("corr");
    } else {
      xml.open("reg", "type", TeiAnnotations.word(body.relation()));
    }
    xml.text(body.form());
    xml.close();
    if (isReading()) {
      xml.open("wit");
      xml.text(body.relation().substring(READING.length()));
      xml.close();
    }
  }
}
