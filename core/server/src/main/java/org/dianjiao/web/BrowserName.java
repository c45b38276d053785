package org.dianjiao.web;

import java.util.List;
import java.util.Optional;

/** What a browser calls itself, in plain words, so that its owner knows it again in a list. */
final class BrowserName {

  /** Of several that are named the first one counts: most call themselves Safari or Chrome too. */
  private static final List<Known> BROWSERS =
      List.of(
          new Known("Edg", "Edge"),
          new Known("OPR/", "Opera"),
          new Known("Firefox/", "Firefox"),
          new Known("Chrome/", "Chrome"),
          new Known("Safari/", "Safari"),
          new Known("curl/", "curl"));

  private static final List<Known> SYSTEMS =
      List.of(
          new Known("Windows", "Windows"),
          new Known("Android", "Android"),
          new Known("iPhone", "iPhone"),
          new Known("iPad", "iPad"),
          new Known("Mac OS X", "macOS"),
          new Known("Linux", "Linux"));

  private record Known(String mark, String name) {}

  private BrowserName() {}

  /** The words for a User-Agent. */
  static String of(Optional<String> agent) {
    Optional<String> browser = first(BROWSERS, agent);
    Optional<String> system = first(SYSTEMS, agent);
    if (browser.isEmpty()) {
      return system.map(name -> "a program on " + name).orElse("an unknown browser");
    }
    return system.map(name -> browser.get() + " on " + name).orElse(browser.get());
  }

  private static Optional<String> first(List<Known> known, Optional<String> agent) {
    return known.stream()
        .filter(one -> agent.filter(text -> text.contains(one.mark())).isPresent())
        .map(Known::name)
        .findFirst();
  }
}
