package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.Proposal;

/**
 * A version of the plugin interfaces.
 *
 * @param major differs when plugins have to be changed
 * @param minor grows when something was added
 */
public record ApiVersion(int major, int minor) {

  private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})");

  /** The version that this server has: that of the interfaces which it was built with. */
  public static final ApiVersion SUPPORTED = ofTheInterfaces();

  /**
   * Reads {@code major.minor}.
   *
   * @throws PluginRefused when it is not of that form
   */
  static ApiVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new PluginRefused("api version \"" + text + "\" is not of the form major.minor");
    }
    return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The build of the interfaces writes their version beside them. */
  private static ApiVersion ofTheInterfaces() {
    try (InputStream file = Proposal.class.getResourceAsStream("version")) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException fault) {
      throw new UncheckedIOException("the version of the plugin interfaces cannot be read", fault);
    }
  }

  /** Why a plugin made for this version cannot run here; empty when it can. */
  Optional<String> refusal() {
    if (major != SUPPORTED.major) {
      return Optional.of(
          "it was made for plugin API %s, but this server has %s, which is another major version"
              .formatted(this, SUPPORTED));
    }
    return minor > SUPPORTED.minor
        ? Optional.of(
            "it needs plugin API %s, but this server has only %s".formatted(this, SUPPORTED))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
