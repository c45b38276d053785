package org.dianjiao.bus;

import java.util.List;
import java.util.Optional;

/**
 * One version of an installed plugin, as it declares itself.
 *
 * @param bundled whether it came with the server
 * @param categories of the proposals that it makes
 * @param settings that an instance of it has
 * @param sources of what it knows
 * @param annotations kinds of annotations that it brings
 * @param commands that people can give it
 * @param imports formats of files that it reads
 * @param exports formats of files that it writes
 */
public record InstalledPlugin(
    String id,
    String name,
    String version,
    boolean bundled,
    List<String> categories,
    List<Setting> settings,
    List<Source> sources,
    List<Kind> annotations,
    List<Command> commands,
    List<Format> imports,
    List<Format> exports) {

  /**
   * A setting, or a parameter of a command.
   *
   * @param type {@code string}, {@code number} or {@code boolean}
   * @param standard the value when none is given
   * @param oneOf the only values allowed; empty when any of the type is
   */
  public record Setting(
      String name, String type, Object standard, List<Object> oneOf, String label, String help) {}

  /** A file that its knowledge comes from. */
  public record Source(String file, String origin, String license) {}

  /** A kind of annotation. */
  public record Kind(String kind, String label, String hue, Optional<Tei> tei) {}

  /** The element of TEI that a kind of annotation is written as. */
  public record Tei(String element, Optional<String> type) {}

  /**
   * A command.
   *
   * @param places what it can be run on: {@code selection}, {@code document}, {@code project}
   */
  public record Command(String name, String label, List<String> places, List<Setting> parameters) {}

  /** A format of files. */
  public record Format(String name, String label, String extension, String mediaType) {}
}
