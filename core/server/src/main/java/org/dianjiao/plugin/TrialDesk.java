package org.dianjiao.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceMessage.ConfigureInstance;
import org.dianjiao.bus.InstanceMessage.InstanceRead;
import org.dianjiao.bus.InstanceMessage.TrialChecked;
import org.dianjiao.bus.InstanceMessage.UseVersion;
import org.dianjiao.bus.Refusal;

/**
 * Versions and settings that could take the place of those of an instance: makes them to be tried,
 * and puts them into use. Blocking; one thread at a time.
 */
final class TrialDesk {

  private final InstanceMaking making;
  private final InstanceFiles files;
  private final InstanceDesk desk;
  private final PluginStage stage;

  TrialDesk(PluginPlaces places, InstanceDesk desk) {
    this.making = new InstanceMaking(places);
    this.files = new InstanceFiles(places);
    this.desk = desk;
    this.stage = new PluginStage(places);
  }

  /**
   * What is installed, and what is kept to be tried.
   *
   * @param staged that is not installed
   */
  record Shelves(PluginShelf installed, PluginShelf staged) {

    PluginShelf.Installed get(String plugin, String version) {
      return installed
          .find(plugin, Optional.of(version))
          .or(() -> staged.find(plugin, Optional.of(version)))
          .orElseThrow(
              () ->
                  new PluginRefused(
                      "%s %s is neither installed nor kept to be tried"
                          .formatted(plugin, version)));
    }
  }

  /**
   * Checks what is to be tried.
   *
   * @throws Refusal when there is no such instance
   * @throws PluginRefused when it could not run so
   */
  TrialChecked check(
      String instance, String version, Map<String, Object> settings, Shelves shelves) {
    PluginInstance made = make(instance, version, settings, shelves);
    PluginFolder folder = made.folder();
    return new TrialChecked(folder.manifest().id(), version, folder.sha256(), made.configured());
  }

  /** The same as an instance to run, when it is still the same that was checked. */
  PluginInstance make(
      String instance,
      String version,
      Map<String, Object> settings,
      String sha256,
      Shelves shelves) {
    PluginInstance made = make(instance, version, settings, shelves);
    if (!made.folder().sha256().equals(sha256)) {
      throw new PluginRefused("%s is not the %s that was tried".formatted(version, instance));
    }
    return made;
  }

  private PluginInstance make(
      String instance, String version, Map<String, Object> settings, Shelves shelves) {
    InstanceRead now = desk.read(instance, shelves.installed());
    InstanceFile said = files.said(instance);
    Optional<String> running =
        shelves.installed().find(now.plugin(), now.version()).map(TrialDesk::version);
    return making.make(
        instance,
        shelves.get(now.plugin(), version),
        tried(said, settings, running.filter(version::equals).isPresent()),
        now.operators().isPresent());
  }

  /** What the operator said of one version is not said of another. */
  private static InstanceFile tried(
      InstanceFile said, Map<String, Object> settings, boolean sameVersion) {
    return new InstanceFile(
        said.plugin(),
        Optional.empty(),
        settings,
        Optional.of(true),
        sameVersion ? said.sha256() : Optional.empty(),
        sameVersion ? said.run() : said.run().filter(RunsIn.PROCESS::equals),
        said.url(),
        said.tokenFile(),
        said.allow());
  }

  private static String version(PluginShelf.Installed one) {
    return one.folder().manifest().version();
  }

  /**
   * Puts a version and settings into use.
   *
   * @throws Refusal when the operator's file says otherwise, or the instance was changed meanwhile
   * @throws PluginRefused when it could not run so
   */
  InstanceRead use(UseVersion wanted, Shelves shelves) {
    String instance = wanted.instance();
    PluginInstance made =
        make(instance, wanted.version(), wanted.settings(), wanted.sha256(), shelves);
    files.said(instance).sha256().ifPresent(made.folder()::require);
    InstanceRead now = desk.read(instance, shelves.installed());
    Optional<String> pin = pin(now, wanted.version(), shelves);
    ConfigureInstance set =
        new ConfigureInstance(
            instance,
            now.plugin(),
            pin,
            now.enabled(),
            wanted.settings(),
            Optional.of(wanted.stamp()));
    boolean asItIs = pin.equals(now.version()) && wanted.settings().equals(now.settings());
    if (!asItIs) {
      desk.requireChangeable(instance, set.stamp());
    }
    PluginShelf installed = installed(now.plugin(), wanted.version(), shelves);
    return asItIs ? desk.read(instance, installed) : desk.configure(set, installed);
  }

  /** What is installed, with this version; it is taken from what is kept when it has to be. */
  private PluginShelf installed(String plugin, String version, Shelves shelves) {
    return shelves.installed().find(plugin, Optional.of(version)).isPresent()
        ? shelves.installed()
        : shelves.installed().with(stage.take(plugin, PluginVersion.parse(version)));
  }

  /** One that followed the newest version follows it still, when this is the newest. */
  private static Optional<String> pin(InstanceRead now, String wanted, Shelves shelves) {
    PluginVersion version = PluginVersion.parse(wanted);
    List<PluginVersion> installed =
        shelves.installed().versions(now.plugin()).stream()
            .map(one -> PluginVersion.parse(version(one)))
            .toList();
    boolean newest = installed.stream().allMatch(other -> other.compareTo(version) <= 0);
    return now.version().isEmpty() && newest ? Optional.empty() : Optional.of(wanted);
  }

  /** Takes a version away that is kept. */
  void discard(String plugin, String version) {
    try {
      stage.discard(plugin, PluginVersion.parse(version));
    } catch (PluginRefused absent) {
      throw new Refusal(FailureCode.UNKNOWN_DOCUMENT, absent.getMessage());
    }
  }
}
