package org.dianjiao.plugin;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A format of files that a plugin reads or writes.
 *
 * @param name in lower case with dashes
 * @param label for people
 * @param extension of its files, without the dot
 * @param mediaType for example {@code text/plain}
 */
public record FormatDeclaration(String name, String label, String extension, String mediaType) {

  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,12}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,80}");

  /** Requires a word, a label, an extension and a media type. */
  public FormatDeclaration {
    Objects.requireNonNull(name, "name of a format");
    Objects.requireNonNull(label, "label of format " + name);
    Objects.requireNonNull(extension, "extension of format " + name);
    Objects.requireNonNull(mediaType, "media-type of format " + name);
    PluginManifest.requireWord("format", name);
    PluginManifest.requireLabel("format " + name, label);
    if (!EXTENSION.matcher(extension).matches()) {
      throw new PluginRefused(
          "extension \"%s\" of format %s is not 1 to 12 lower-case letters and digits"
              .formatted(extension, name));
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new PluginRefused(
          "media-type \"%s\" of format %s is not of the form type/subtype"
              .formatted(mediaType, name));
    }
  }
}
