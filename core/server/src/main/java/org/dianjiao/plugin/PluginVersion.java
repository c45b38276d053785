package org.dianjiao.plugin;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a plugin, ordered as Semantic Versioning orders it, except that pre-releases of
 * the same version are ordered by their letters.
 *
 * @param preRelease what stands behind a dash, empty for a release
 */
public record PluginVersion(int major, int minor, int patch, String preRelease)
    implements Comparable<PluginVersion> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.-]{1,40}))?");
  private static final Comparator<PluginVersion> ORDER =
      Comparator.comparingInt(PluginVersion::major)
          .thenComparingInt(PluginVersion::minor)
          .thenComparingInt(PluginVersion::patch)
          .thenComparing(version -> version.preRelease().isEmpty())
          .thenComparing(PluginVersion::preRelease);

  /**
   * Reads {@code major.minor.patch}, perhaps with a dash and the name of a pre-release.
   *
   * @throws PluginRefused when it is not of that form
   */
  public static PluginVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new PluginRefused("version \"" + text + "\" is not of the form major.minor.patch");
    }
    return new PluginVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        matcher.group(4) == null ? "" : matcher.group(4));
  }

  @Override
  public int compareTo(PluginVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String release = major + "." + minor + "." + patch;
    return preRelease.isEmpty() ? release : release + "-" + preRelease;
  }
}
