package org.dianjiao.plugin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way to an instance whose code runs elsewhere: what asks it is itself loaded like a plugin, so
 * that the server holds neither processes nor connections.
 *
 * @param folder where the code of the bridge is
 * @param isolation how the other side is held
 * @param url where a remote plugin is
 * @param tokenFile what it is shown is in this file
 */
public record Bridge(
    Path folder, Isolation isolation, Optional<URI> url, Optional<Path> tokenFile) {

  /** The folder of the bridge among the plugins that came with the server. */
  static final String FOLDER = "remote";

  /** The way to processes on this machine. */
  public static Bridge local(Path folder, Isolation isolation) {
    return new Bridge(folder, isolation, Optional.empty(), Optional.empty());
  }

  /** The way to a remote plugin. */
  public Bridge to(URI address, Optional<Path> token) {
    return new Bridge(folder, isolation, Optional.of(address), token);
  }

  /**
   * A URL as an operator writes it.
   *
   * @throws PluginRefused when it is none with a host
   */
  static URI url(String words) {
    try {
      URI url = new URI(words);
      if (url.getHost() != null && url.getRawQuery() == null) {
        return url;
      }
    } catch (URISyntaxException fault) {
      throw new PluginRefused("url \"%s\": %s".formatted(words, fault.getMessage()));
    }
    throw new PluginRefused("url \"" + words + "\" names no host, or more than a path on it");
  }

  /** The machine that texts go to: its host, and the port when the URL names one. */
  Optional<String> destination() {
    return url.map(to -> to.getHost() + (to.getPort() < 0 ? "" : ":" + to.getPort()));
  }
}
