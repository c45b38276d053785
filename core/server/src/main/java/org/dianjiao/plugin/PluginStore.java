package org.dianjiao.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dianjiao.limits.Limits;

/**
 * The folder of installed plugins, one folder for each version, never changed once it is there. A
 * plugin is checked to the last file beside it and then comes, and goes, in one step: a server that
 * looks meanwhile sees all of it or nothing. Several processes may use one folder. Blocking.
 */
public final class PluginStore {

  private static final Duration LEFT = Duration.ofDays(1);

  private final PluginPlaces places;
  private final Limits limits;
  private final Consumer<PluginManifest> witness;

  /** The store in these places. */
  public PluginStore(PluginPlaces places, Limits limits) {
    this(places, limits, manifest -> {});
  }

  /**
   * The store in these places.
   *
   * @param witness told of each version just before it comes
   */
  public PluginStore(PluginPlaces places, Limits limits, Consumer<PluginManifest> witness) {
    this.places = places;
    this.limits = limits;
    this.witness = witness;
  }

  /**
   * A plugin that lies in the store.
   *
   * @param plugin where it is and what it says about itself
   * @param sha256 of all its files, as an instance file may name it
   * @param fresh whether it was not there before
   */
  public record Stored(PluginFolder plugin, String sha256, boolean fresh) {}

  /** Puts the files of a plugin into an empty folder. */
  @FunctionalInterface
  private interface Filling {
    void into(Path folder) throws IOException;
  }

  /**
   * Installs from a zip or from a folder.
   *
   * @throws PluginRefused with what is wrong; nothing is installed then
   */
  public Stored add(Path given) {
    return add(filling(given), this::install);
  }

  /**
   * Keeps a version from a zip or from a folder, to be tried before it is used.
   *
   * @throws PluginRefused with what is wrong; nothing is kept then
   */
  public Stored stage(Path given) {
    return add(filling(given), this::keepToTry);
  }

  private Filling filling(Path given) {
    Allowance allowance = new Allowance(limits);
    if (Files.isDirectory(given)) {
      return folder -> new PluginCopy(given, folder, allowance).make();
    }
    if (!Files.isRegularFile(given)) {
      throw new PluginRefused("there is no file or folder " + given);
    }
    return folder -> {
      new Allowance(limits).take(Files.size(given));
      new PluginArchive(given, allowance).unpack(folder);
    };
  }

  /**
   * Installs a plugin whose code runs elsewhere.
   *
   * @param manifest its {@code plugin.json}, as it gave it
   * @throws PluginRefused with what is wrong; nothing is installed then
   */
  public Stored addRemote(String manifest) {
    return add(folder -> writeRemote(folder, manifest), this::install);
  }

  /** As {@link #stage}, of a plugin whose code runs elsewhere. */
  public Stored stageRemote(String manifest) {
    return add(folder -> writeRemote(folder, manifest), this::keepToTry);
  }

  private static void writeRemote(Path folder, String manifest) throws IOException {
    Files.writeString(folder.resolve(PluginManifest.FILE), manifest);
    if (PluginFolder.open(folder).manifest().remote().isEmpty()) {
      throw new PluginRefused(
          PluginManifest.FILE + " does not say \"remote\", so its code would have to be here");
    }
  }

  /** Puts what was checked where it belongs. */
  @FunctionalInterface
  private interface Putting {
    Stored put(PluginFolder plugin) throws IOException;
  }

  private Stored add(Filling filling, Putting putting) {
    Path staged = places.incoming().resolve(UUID.randomUUID().toString());
    try {
      clearLeftovers();
      Files.createDirectories(staged);
      filling.into(staged);
      return putting.put(checked(staged));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot install: " + failure.getMessage(), failure);
    } finally {
      Folders.delete(staged);
    }
  }

  /** What a process that was killed has left; one that is still at work is younger. */
  private void clearLeftovers() throws IOException {
    Files.createDirectories(places.incoming());
    Instant old = Instant.now().minus(LEFT);
    try (Stream<Path> folders = Files.list(places.incoming())) {
      for (Path folder : folders.toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
          Folders.delete(folder);
        }
      }
    }
  }

  private static PluginFolder checked(Path staged) throws IOException {
    if (!Files.exists(staged.resolve(PluginManifest.FILE))) {
      throw new PluginRefused("there is no " + PluginManifest.FILE + " at its top");
    }
    PluginFolder plugin = PluginFolder.open(staged);
    if (plugin.manifest().remote().isEmpty()) {
      PluginCode.require(plugin);
    }
    return plugin;
  }

  private Stored install(PluginFolder plugin) throws IOException {
    PluginVersion version = requireNotBundled(plugin.manifest());
    Stored stored = keep(plugin, place(plugin.manifest().id(), version), "installed");
    Folders.delete(new PluginStage(places).place(plugin.manifest().id(), version));
    return stored;
  }

  private Stored keepToTry(PluginFolder plugin) throws IOException {
    PluginVersion version = requireNotBundled(plugin.manifest());
    String id = plugin.manifest().id();
    if (Files.exists(place(id, version))) {
      throw new PluginRefused("%s %s is installed already".formatted(id, version));
    }
    return keep(plugin, new PluginStage(places).place(id, version), "kept to be tried");
  }

  private Stored keep(PluginFolder plugin, Path place, String how) throws IOException {
    String sha256 = plugin.sha256();
    if (Files.exists(place)) {
      return there(place, sha256, how);
    }
    Files.createDirectories(place.getParent());
    flush(plugin.path());
    witness.accept(plugin.manifest());
    Files.move(plugin.path(), place, StandardCopyOption.ATOMIC_MOVE);
    return new Stored(new PluginFolder(place, plugin.manifest()), sha256, true);
  }

  private static Stored there(Path place, String sha256, String how) {
    PluginFolder other = PluginFolder.open(place);
    if (!other.sha256().equals(sha256)) {
      throw new PluginRefused(
          "another %s %s is %s, with the SHA-256 %s and not %s; give it another version"
              .formatted(
                  other.manifest().id(), other.manifest().version(), how, other.sha256(), sha256));
    }
    return new Stored(other, sha256, false);
  }

  private PluginVersion requireNotBundled(PluginManifest manifest) {
    Optional<PluginFolder> same = bundled(manifest.id());
    if (same.isPresent() && same.get().manifest().version().equals(manifest.version())) {
      throw new PluginRefused(
          "%s %s came with the server".formatted(manifest.id(), manifest.version()));
    }
    return PluginVersion.parse(manifest.version());
  }

  /** The plugin of this id that came with the server. */
  public Optional<PluginFolder> bundled(String id) {
    try (Stream<Path> folders =
        Files.isDirectory(places.bundled()) ? Files.list(places.bundled()) : Stream.empty()) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(PluginManifest.FILE)))
          .flatMap(folder -> readable(folder).stream())
          .filter(plugin -> plugin.manifest().id().equals(id))
          .findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + places.bundled(), failure);
    }
  }

  private static Optional<PluginFolder> readable(Path folder) {
    try {
      return Optional.of(PluginFolder.open(folder));
    } catch (PluginRefused broken) {
      return Optional.empty();
    }
  }

  /** The installed versions of a plugin, the oldest first, those too that cannot be read. */
  public List<PluginVersion> versions(String id) {
    TreeMap<PluginVersion, Path> found = new TreeMap<>();
    try (Stream<Path> folders =
        Files.isDirectory(places.installed()) ? Files.list(places.installed()) : Stream.empty()) {
      String start = id + "-";
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        if (name.startsWith(start)) {
          version(name.substring(start.length())).ifPresent(version -> found.put(version, folder));
        }
      }
      return List.copyOf(found.keySet());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + places.installed(), failure);
    }
  }

  private static Optional<PluginVersion> version(String text) {
    try {
      return Optional.of(PluginVersion.parse(text));
    } catch (PluginRefused other) {
      return Optional.empty();
    }
  }

  /** Takes a version away; it has to be there. */
  public void remove(String id, PluginVersion version) {
    Path leaving = places.incoming().resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(places.incoming());
      Files.move(place(id, version), leaving, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "cannot remove %s %s: %s".formatted(id, version, failure.getMessage()), failure);
    }
    Folders.delete(leaving);
  }

  private Path place(String id, PluginVersion version) {
    return places.installed().resolve(id + "-" + version);
  }

  /** Makes the disk keep every file before the folder gets its name. */
  private static void flush(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }
}
