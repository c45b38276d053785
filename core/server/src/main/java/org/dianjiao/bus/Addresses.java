package org.dianjiao.bus;

/** Every address on the event bus. */
final class Addresses {

  /** Asks for the owner of a document to be opened. */
  static final String LIBRARY_OPEN = "library.open";

  private Addresses() {}

  /** Commands to the owner of a document. */
  static String document(String document) {
    return "document." + document + ".commands";
  }

  /** Facts about a document, in order. */
  static String documentEvents(String document) {
    return "document." + document + ".events";
  }

  /** Questions to an analyzer. */
  static String plugin(String plugin, String verb) {
    return "plugin." + plugin + "." + verb;
  }

  /** Questions about how the instances of plugins are set. */
  static String instances(String verb) {
    return "instances." + verb;
  }

  /** Facts about instances of plugins. */
  static final String PLUGIN_EVENTS = "plugin.events";

  /** Facts about all documents. */
  static final String LIBRARY_EVENTS = "library.events";

  /** Facts about accounts and members, for whoever keeps sockets. */
  static final String PEOPLE_EVENTS = "people.events";
}
