package org.dianjiao.authority;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What an entity is elsewhere.
 *
 * @param scheme whose identifier it is: {@code wikidata}, {@code geonames}, {@code cbdb}, {@code
 *     dila-place} …
 * @param id in that scheme
 * @param link a page about it, absolute
 * @param match whether it is the same or only near (a modern town for an old fort)
 */
public record External(String scheme, String id, Optional<URI> link, Match match) {

  /** How near it is. */
  public enum Match {
    /** The same (SKOS {@code exactMatch}). */
    EXACT,
    /** Near to it (SKOS {@code closeMatch}). */
    CLOSE
  }

  /** Requires a scheme, an id, and a link that is absolute. */
  public External {
    Words.require("a scheme", scheme);
    Words.require("an identifier of " + scheme, id);
    Objects.requireNonNull(match, "match");
    if (link.isPresent() && !link.get().isAbsolute()) {
      throw new IllegalArgumentException(
          "the link %s of %s %s is not absolute".formatted(link.get(), scheme, id));
    }
  }

  /** The scheme of a link for which none is told, by its host: {@code www.wikidata.org} says it. */
  public static String schemeOf(URI link) {
    String host = Optional.ofNullable(link.getHost()).orElse(link.getScheme());
    String[] parts = host.split("\\.", -1);
    boolean named = parts.length > 1 && !Character.isDigit(host.charAt(host.length() - 1));
    return named ? parts[parts.length - 2] : host;
  }
}
