package org.dianjiao.plugin.remote.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written as numbers, in their one usual form. */
final class Literal {

  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUPS = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  private Literal() {}

  /** The address, when the words are four decimal numbers, or IPv6 without a zone. */
  static Optional<InetAddress> parse(String words) {
    String[] parts = words.split("\\.", -1);
    boolean four = parts.length == 4;
    for (String part : parts) {
      four = four && OCTET.matcher(part).matches() && Integer.parseInt(part) <= 255;
    }
    if (!four && !GROUPS.matcher(words).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(words)); // numbers only: nothing is looked up
    } catch (UnknownHostException no) {
      return Optional.empty();
    }
  }
}
