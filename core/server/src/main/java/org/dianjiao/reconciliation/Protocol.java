package org.dianjiao.reconciliation;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.LabelSearch.Found;

/**
 * What the W3C Reconciliation Service API 0.2 asks of a service, answered from an authority file,
 * as values that are JSON. The field names are the specification's.
 */
public final class Protocol {

  /** The versions of the protocol that are spoken. */
  public static final List<String> VERSIONS = List.of("0.2");

  private static final int PREVIEW_WIDTH = 400;
  private static final int PREVIEW_HEIGHT = 220;
  private static final int SUGGESTED = 20;
  private static final int MOST_SKIPPED = 10_000;

  private final EntityDirectory directory;
  private final Reconciler reconciler;

  /** Over a file. */
  public Protocol(EntityDirectory directory) {
    this.directory = directory;
    this.reconciler = new Reconciler(directory);
  }

  /**
   * What the service is and where its parts are.
   *
   * @param base its own address, without a slash at the end
   * @param token whether a token has to be shown
   */
  public static Map<String, Object> manifest(
      String name, String version, String base, int batch, boolean token) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("versions", VERSIONS);
    manifest.put("name", name);
    manifest.put("identifierSpace", base + "/entity?id=");
    manifest.put("schemaSpace", "http://www.w3.org/2004/02/skos/core#Concept");
    manifest.put("serviceVersion", version);
    manifest.put("defaultTypes", types().toList());
    manifest.put("view", Map.of("url", base + "/entity?id={{id}}"));
    manifest.put(
        "preview",
        Map.of(
            "url", base + "/preview?id={{id}}",
            "width", PREVIEW_WIDTH,
            "height", PREVIEW_HEIGHT));
    manifest.put(
        "suggest",
        Map.of(
            "entity", part(base, "/suggest/entity"),
            "property", part(base, "/suggest/property"),
            "type", part(base, "/suggest/type")));
    manifest.put(
        "extend",
        Map.of("propose_properties", part(base, "/properties"), "property_settings", List.of()));
    manifest.put("batchSize", batch);
    if (token) {
      manifest.put(
          "authentication", Map.of("type", "apiKey", "name", "Authorization", "in", "header"));
    }
    return manifest;
  }

  private static Map<String, Object> part(String base, String path) {
    return Map.of("service_url", base, "service_path", path);
  }

  private static Stream<Map<String, Object>> types() {
    return Entity.TYPES.stream().sorted().map(Protocol::type);
  }

  private static Map<String, Object> type(String type) {
    String name = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    return Map.of("id", type, "name", name);
  }

  /**
   * The candidates for each query of a batch.
   *
   * @throws IllegalArgumentException when one is no query, with its key
   */
  public Map<String, Object> results(Map<?, ?> batch) {
    Map<String, Object> results = new LinkedHashMap<>();
    batch.forEach(
        (key, query) -> {
          try {
            List<Map<String, Object>> candidates =
                reconciler.candidates(Question.of(query)).stream()
                    .map(Protocol::candidate)
                    .toList();
            results.put(key.toString(), Map.of("result", candidates));
          } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                "query %s: %s".formatted(key, wrong.getMessage()), wrong);
          }
        });
    return results;
  }

  private static Map<String, Object> candidate(Candidate candidate) {
    Entity entity = candidate.entity();
    Map<String, Object> told = named(entity);
    told.put("type", List.of(type(entity.type())));
    told.put("score", candidate.score());
    told.put("match", candidate.match());
    told.put(
        "features",
        candidate.features().stream()
            .map(feature -> Map.of("id", feature.id(), "value", feature.value()))
            .toList());
    return told;
  }

  private static Map<String, Object> named(Entity entity) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", entity.id().toString());
    told.put("name", entity.label());
    String description = description(entity);
    if (!description.isEmpty()) {
      told.put("description", description);
    }
    return told;
  }

  /** Its type, its time and its first note: enough to tell it from a namesake. */
  private static String description(Entity entity) {
    List<String> parts = new ArrayList<>(List.of(entity.type()));
    if (!entity.period().isUnknown()) {
      parts.add(entity.period().from() + "–" + entity.period().to());
    }
    entity.notes().stream().findFirst().ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** Entities whose label begins so, or has it inside, or whose id it is. */
  public Map<String, Object> suggestEntities(String prefix, int skipped) {
    int skip = Math.max(0, Math.min(skipped, MOST_SKIPPED));
    List<Entity> found = new ArrayList<>();
    byId(prefix).ifPresent(found::add);
    directory.find(prefix, entity -> !found.contains(entity), skip + SUGGESTED).stream()
        .map(Found::entity)
        .forEach(found::add);
    return Map.of(
        "result",
        found.stream()
            .skip(skip)
            .limit(SUGGESTED)
            .map(
                entity -> {
                  Map<String, Object> told = named(entity);
                  told.put("notable", List.of(type(entity.type())));
                  return told;
                })
            .toList());
  }

  private Optional<Entity> byId(String words) {
    try {
      return directory.entity(URI.create(words));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Properties of that name. */
  public static Map<String, Object> suggestProperties(String prefix, int skip) {
    return Map.of(
        "result",
        Property.like(prefix).stream().skip(Math.max(0, skip)).map(Protocol::property).toList());
  }

  /** Types of that name. */
  public static Map<String, Object> suggestTypes(String prefix, int skip) {
    String sought = prefix.toLowerCase(Locale.ROOT);
    return Map.of(
        "result",
        types()
            .filter(type -> type.get("id").toString().startsWith(sought))
            .skip(Math.max(0, skip))
            .toList());
  }

  private static Map<String, Object> property(Property property) {
    return Map.of("id", property.id(), "name", property.name());
  }

  /** Properties that entities of a type may have. */
  public static Map<String, Object> proposeProperties(String type, int limit) {
    return Map.of(
        "type",
        type,
        "limit",
        limit,
        "properties",
        Property.all().stream()
            .filter(property -> !property.id().equals("year"))
            .limit(Math.max(0, limit))
            .map(Protocol::property)
            .toList());
  }

  /**
   * The values of some properties of some entities; an id that nothing has gets none.
   *
   * @throws IllegalArgumentException when it is no such query, or a property is not known
   */
  public Map<String, Object> extend(Map<?, ?> query) {
    List<Property> properties = list(query, "properties").stream().map(Protocol::asked).toList();
    Map<String, Object> rows = new LinkedHashMap<>();
    for (Object id : list(query, "ids")) {
      Optional<Entity> entity = byId(String.valueOf(id));
      Map<String, Object> row = new LinkedHashMap<>();
      for (Property property : properties) {
        List<?> values = entity.<List<?>>map(property.values()).orElse(List.of());
        row.put(property.id(), values.stream().map(this::value).toList());
      }
      rows.put(String.valueOf(id), row);
    }
    return Map.of("meta", properties.stream().map(Protocol::property).toList(), "rows", rows);
  }

  private static Property asked(Object json) {
    Object id = json instanceof Map<?, ?> map ? map.get("id") : null;
    return Property.of(String.valueOf(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no property “%s”".formatted(id)));
  }

  private static List<?> list(Map<?, ?> query, String field) {
    if (query.get(field) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("“%s” is no list".formatted(field));
  }

  private Map<String, Object> value(Object value) {
    if (value instanceof Double number) {
      return Map.of("float", number);
    }
    if (value instanceof URI id) {
      String name = directory.entity(id).map(Entity::label).orElse(id.toString());
      return Map.of("id", id.toString(), "name", name);
    }
    return Map.of("str", value.toString());
  }
}
