package org.dianjiao.reconciliation;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.External;

/**
 * What another service says of itself, as far as it is used here.
 *
 * @param name for people
 * @param scheme whose identifiers it gives, by the host of their addresses
 * @param view where an entity is shown, with {@code {{id}}} for its id
 */
public record Manifest(Optional<String> name, String scheme, Optional<String> view) {

  private static final int LONGEST = 500;
  private static final String ID = "{{id}}";

  /** Of a service that says nothing. */
  public static Manifest unknown(URI service) {
    return new Manifest(Optional.empty(), External.schemeOf(service), Optional.empty());
  }

  /**
   * What a service answered; what is too long, or is no web address where it should be, is left
   * out.
   */
  public static Manifest of(URI service, Map<?, ?> answer) {
    Optional<String> view =
        answer.get("view") instanceof Map<?, ?> map ? text(map.get("url")) : Optional.empty();
    Stream<String> addresses =
        Stream.of(text(answer.get("identifierSpace")), view).flatMap(Optional::stream);
    return new Manifest(
        text(answer.get("name")),
        External.schemeOf(
            addresses
                .map(one -> one.replace(ID, ""))
                .flatMap(one -> page(one).stream())
                .findFirst()
                .orElse(service)),
        view.filter(one -> one.contains(ID)));
  }

  /** The page about an entity of the service, where it has one. */
  public Optional<URI> link(String id) {
    String written = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return view.map(one -> one.equals(ID) ? id : one.replace(ID, written)).flatMap(Manifest::page);
  }

  private static Optional<String> text(Object value) {
    return value instanceof String text && !text.isBlank() && text.length() <= LONGEST
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<URI> page(String address) {
    try {
      URI page = new URI(address);
      boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
      return web && page.getHost() != null ? Optional.of(page) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
