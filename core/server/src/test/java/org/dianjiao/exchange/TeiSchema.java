package org.dianjiao.exchange;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** TEI's own schema of all its modules, read once. */
public final class TeiSchema implements ErrorHandler {

  private static final TeiSchema ONLY = new TeiSchema();

  private final List<String> faults = new ArrayList<>();
  private final ValidationDriver driver;

  private TeiSchema() {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, this);
    driver = new ValidationDriver(properties.toPropertyMap());
    String file = SharedFolder.path("data/tei/tei_all.rng").toUri().toString();
    try {
      if (!driver.loadSchema(new InputSource(file))) {
        throw new IllegalStateException("the schema of TEI cannot be read: " + faults);
      }
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong with a file, one line each. */
  public static List<String> faults(String xml) {
    synchronized (ONLY) {
      ONLY.faults.clear();
      try {
        ONLY.driver.validate(new InputSource(new StringReader(xml)));
      } catch (IOException | SAXException e) {
        throw new IllegalStateException(e);
      }
      return List.copyOf(ONLY.faults);
    }
  }

  private void add(SAXParseException fault) {
    faults.add("line %d: %s".formatted(fault.getLineNumber(), fault.getMessage()));
  }

  @Override
  public void warning(SAXParseException fault) {
    add(fault);
  }

  @Override
  public void error(SAXParseException fault) {
    add(fault);
  }

  @Override
  public void fatalError(SAXParseException fault) {
    add(fault);
  }
}
