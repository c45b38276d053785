package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Span;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * Reads items of Wikidata: a dump, which has one item in each line between two lines with brackets,
 * lines of JSON, or what {@code Special:EntityData} answers, in one line. Taken are items that have
 * a form in Chinese and are (P31) persons, polities, peoples, offices, organizations, works or
 * eras, or have coordinates.
 */
final class WikidataItems {

  private static final Map<String, String> TYPES = types();
  private static final List<String> TRADITIONAL = List.of("zh-hant", "zh-tw", "zh-hk", "lzh");
  private static final List<String> SIMPLIFIED = List.of("zh-hans", "zh-cn", "zh-sg");

  /** Identifiers elsewhere, by their properties. */
  private static final Map<String, String> SCHEMES =
      Map.of(
          "P497",
          "cbdb",
          "P1566",
          "geonames",
          "P1187",
          "dila-person",
          "P1188",
          "dila-place",
          "P4711",
          "tgaz",
          "P214",
          "viaf");

  private final Intake intake;

  WikidataItems(Intake intake) {
    this.intake = intake;
  }

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("Q5", "person");
    Stream.of("Q6256", "Q3624078", "Q3024240", "Q417175", "Q164950", "Q12857432", "Q7270")
        .forEach(id -> types.put(id, "polity"));
    Stream.of("Q41710", "Q133311", "Q2472587", "Q231002").forEach(id -> types.put(id, "people"));
    Stream.of("Q4164871", "Q294414", "Q12737077", "Q114962596")
        .forEach(id -> types.put(id, "office"));
    Stream.of("Q43229", "Q327333", "Q783794", "Q7210356", "Q176799")
        .forEach(id -> types.put(id, "organization"));
    Stream.of("Q47461344", "Q7725634", "Q571", "Q131569", "Q625298", "Q8261")
        .forEach(id -> types.put(id, "work"));
    Stream.of("Q11514315", "Q1135149", "Q186081").forEach(id -> types.put(id, "era"));
    return types;
  }

  void read(InputStream in) throws IOException {
    SourceLines.each(
        in,
        (line, text) -> {
          String item = text.strip().replaceFirst(",$", "");
          if (!item.equals("[") && !item.equals("]")) {
            intake.attempt(line, () -> line(line, item));
          }
        });
  }

  private void line(int line, String json) {
    Map<?, ?> value;
    try {
      value = Json.read(json, Map.class);
    } catch (MalformedJson malformed) {
      throw new IllegalArgumentException(
          malformed.getMessage() + "; an item has to stand in one line", malformed);
    }
    if (value.get("entities") instanceof Map<?, ?> many) {
      many.values().forEach(one -> intake.attempt(line, () -> item(line, (Map<?, ?>) one)));
    } else {
      item(line, value);
    }
  }

  private void item(int line, Map<?, ?> item) {
    String id = String.valueOf(item.get("id"));
    if (!id.matches("Q\\d{1,12}")) {
      throw new IllegalArgumentException("“%s” is no item of Wikidata".formatted(id));
    }
    Map<?, ?> claims = map(item.get("claims"));
    Optional<Point> point = values(claims, "P625").flatMap(one -> point(one).stream()).findFirst();
    String type =
        values(claims, "P31")
            .map(value -> TYPES.get(String.valueOf(map(value).get("id"))))
            .filter(known -> known != null)
            .findFirst()
            .or(() -> point.map(known -> "place"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        id + " is none of the types that are taken, and has no coordinates"));
    Draft draft = new Draft(line, URI.create("wikidata:" + id), type);
    labels(draft, item);
    point.ifPresent(draft::point);
    draft.period(
        type.equals("person")
            ? new Span(date(claims, "P569"), date(claims, "P570"))
            : new Span(date(claims, "P580", "P571"), date(claims, "P582", "P576")));
    description(item).ifPresent(draft::note);
    draft.external(
        "wikidata",
        id,
        Optional.of(URI.create("http://www.wikidata.org/entity/" + id)),
        External.Match.EXACT);
    SCHEMES.forEach(
        (property, scheme) ->
            values(claims, property)
                .forEach(
                    value ->
                        draft.external(
                            scheme, value.toString(), Optional.empty(), External.Match.EXACT)));
    draft.source("Wikidata (CC0)");
    intake.add(line, draft.done());
  }

  private static void labels(Draft draft, Map<?, ?> item) {
    Map<?, ?> labels = map(item.get("labels"));
    Map<?, ?> aliases = map(item.get("aliases"));
    first(labels, TRADITIONAL).ifPresent(text -> draft.label(Label.Kind.PREFERRED, "Hant", text));
    first(labels, SIMPLIFIED).ifPresent(text -> draft.label(Label.Kind.PREFERRED, "Hans", text));
    first(labels, List.of("zh"))
        .ifPresent(
            text ->
                draft.label(
                    draft.hasPreferred() ? Label.Kind.VARIANT : Label.Kind.PREFERRED, "", text));
    if (!draft.hasPreferred()) {
      throw new IllegalArgumentException(draft.id() + " has no label in Chinese");
    }
    for (Map.Entry<?, ?> one : aliases.entrySet()) {
      String tag = one.getKey().toString();
      if (Scripts.isChinese(tag) && one.getValue() instanceof List<?> all) {
        all.forEach(alias -> draft.label(Label.Kind.VARIANT, Scripts.script(tag), value(alias)));
      }
    }
    first(labels, List.of("en"))
        .ifPresent(text -> draft.label(Label.Kind.TRANSLITERATION, "Latn", text));
  }

  private static Optional<String> description(Map<?, ?> item) {
    return first(map(item.get("descriptions")), List.of("en", "zh"));
  }

  private static Optional<String> first(Map<?, ?> texts, List<String> languages) {
    return languages.stream()
        .map(texts::get)
        .filter(one -> one != null)
        .map(WikidataItems::value)
        .findFirst();
  }

  private static String value(Object text) {
    return String.valueOf(map(text).get("value"));
  }

  /** The best values of a property: the preferred ones, or else all that are not deprecated. */
  private static Stream<Object> values(Map<?, ?> claims, String property) {
    List<?> all = claims.get(property) instanceof List<?> list ? list : List.of();
    boolean preferred = all.stream().anyMatch(one -> isRanked(one, "preferred"));
    return all.stream()
        .filter(one -> preferred ? isRanked(one, "preferred") : !isRanked(one, "deprecated"))
        .map(one -> map(map(map(one).get("mainsnak")).get("datavalue")).get("value"))
        .filter(value -> value != null)
        .map(Object.class::cast);
  }

  private static boolean isRanked(Object claim, String rank) {
    return rank.equals(map(claim).get("rank"));
  }

  private static Optional<Point> point(Object value) {
    return map(value).get("latitude") instanceof Number north
            && map(value).get("longitude") instanceof Number east
        ? Optional.of(new Point(north.doubleValue(), east.doubleValue()))
        : Optional.empty();
  }

  /** The first of some properties as a date, as exact as it says that it is. */
  private static String date(Map<?, ?> claims, String... properties) {
    return Stream.of(properties)
        .flatMap(property -> values(claims, property))
        .map(WikidataItems::date)
        .filter(date -> !date.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * Precision 9 is a year, 10 a month, 11 a day; less is not a date. Year 0 is 1 BC only in ISO.
   */
  private static String date(Object value) {
    String time = String.valueOf(map(value).get("time"));
    if (!(map(value).get("precision") instanceof Number precision) || precision.intValue() < 9) {
      return "";
    }
    String date = Dates.first(time);
    int sign = date.startsWith("-") ? 1 : 0;
    int length = sign + (precision.intValue() == 9 ? 4 : precision.intValue() == 10 ? 7 : 10);
    return date.substring(0, Math.min(date.length(), length));
  }

  /** An empty map is written as an empty list there. */
  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
