package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.InstanceMessage.ConfigureInstance;
import org.dianjiao.bus.InstanceMessage.DiscardStaged;
import org.dianjiao.bus.InstanceMessage.InstalledListed;
import org.dianjiao.bus.InstanceMessage.RemoveInstance;
import org.dianjiao.bus.InstanceMessage.StagedListed;
import org.dianjiao.bus.InstanceMessage.UseVersion;
import org.dianjiao.json.Json;
import org.dianjiao.people.Operation;

/** What is installed, and how the instances of plugins are set. Only administrators change that. */
final class InstanceRoutes {

  private static final String INSTANCE = "/api/plugins/:instance";

  /** What decides about code, and is nobody's to say from outside. */
  private static final Set<String> OPERATORS =
      Set.of("run", "sha256", "url", "token-file", "allow");

  private static final Set<String> FIELDS =
      Set.of("plugin", "version", "enabled", "settings", "stamp");

  private final InstanceClient instances;
  private final Reply reply;

  InstanceRoutes(InstanceClient instances, Reply reply) {
    this.instances = instances;
    this.reply = reply;
  }

  record Wanted(
      String plugin,
      Optional<String> version,
      Optional<Boolean> enabled,
      Map<String, Object> settings,
      Optional<String> stamp) {

    Wanted {
      Objects.requireNonNull(plugin, "plugin");
      settings = settings == null ? Map.of() : settings;
      settings.values().removeIf(Objects::isNull);
    }

    static Wanted read(String body, String instance) {
      Map<?, ?> fields = Json.read(body, Map.class);
      if (fields == null) {
        throw new IllegalArgumentException("the request says nothing");
      }
      fields.keySet().stream()
          .map(String::valueOf)
          .filter(field -> !FIELDS.contains(field))
          .findFirst()
          .ifPresent(
              field -> {
                throw new IllegalArgumentException(refusal(field, instance));
              });
      return Json.read(body, Wanted.class);
    }

    private static String refusal(String field, String instance) {
      return OPERATORS.contains(field)
          ? "%s cannot be set here: only the operator's own file config/plugins/%s.yaml says it"
              .formatted(field, instance)
          : "an instance has no field " + field;
    }

    ConfigureInstance of(String instance) {
      return new ConfigureInstance(
          instance, plugin, version, enabled.orElse(true), settings, stamp);
    }
  }

  /** A version and settings that were tried, and the stamp of the file that they replace. */
  record Chosen(String version, String sha256, Map<String, Object> settings, String stamp) {

    Chosen {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(settings, "settings");
      Objects.requireNonNull(stamp, "stamp");
    }

    UseVersion of(String instance) {
      return new UseVersion(instance, version, sha256, settings, stamp);
    }
  }

  void on(Routes routes) {
    routes.get("/api/plugins/installed", Operation.LIST_INSTALLED_PLUGINS, this::list);
    routes.get("/api/plugins/staged", Operation.LIST_STAGED_PLUGINS, this::staged);
    routes.delete(
        "/api/plugins/staged/:plugin/:version", Operation.DISCARD_STAGED_PLUGIN, this::discard);
    routes.put(INSTANCE + "/version", Operation.USE_PLUGIN_VERSION, this::use);
    routes.get(INSTANCE + "/settings", Operation.SEE_PLUGIN_SETTINGS, this::settings);
    routes.put(INSTANCE, Operation.CONFIGURE_PLUGIN, this::configure);
    routes.delete(INSTANCE, Operation.REMOVE_PLUGIN, this::remove);
  }

  private void list(RoutingContext request) {
    reply.of(request, instances.list().map(InstalledListed::plugins));
  }

  private void staged(RoutingContext request) {
    reply.of(request, instances.staged().map(StagedListed::plugins));
  }

  private void discard(RoutingContext request) {
    DiscardStaged wanted =
        new DiscardStaged(request.pathParam("plugin"), request.pathParam("version"));
    reply.of(request, instances.discard(wanted));
  }

  private void use(RoutingContext request) {
    String instance = request.pathParam("instance");
    String body = Query.body(request);
    reply.of(
        request,
        Future.succeededFuture(body)
            .map(json -> Json.read(json, Chosen.class).of(instance))
            .compose(instances::use));
  }

  private void settings(RoutingContext request) {
    reply.of(request, instances.read(request.pathParam("instance")));
  }

  private void configure(RoutingContext request) {
    String instance = request.pathParam("instance");
    String body = Query.body(request);
    reply.of(
        request,
        Future.succeededFuture(body)
            .map(json -> Wanted.read(json, instance).of(instance))
            .compose(instances::configure));
  }

  private void remove(RoutingContext request) {
    RemoveInstance wanted =
        new RemoveInstance(
            request.pathParam("instance"), request.queryParam("stamp").stream().findFirst());
    reply.of(request, instances.remove(wanted));
  }
}
