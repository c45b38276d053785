package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.mail.MailSettings;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.storage.SpaceSettings;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.web.WebSettings;
import org.dianjiao.web.openid.OpenIdSettings;

/**
 * Everything that an operator may set: {@code config/dianjiao.yaml}, overridden by options of the
 * command line.
 *
 * @param web where the server is reached
 * @param storage where it keeps what it knows
 * @param plugins the folder of installed plugins
 * @param pluginSettings the folder of their settings, one file for each configured instance
 * @param isolation how the code of plugins is held that does not run in the server
 * @param demo the folder of the demo project's texts, when one is to be made at the first start
 * @param limits every bound
 * @param accounts the bounds of signing in
 * @param provider that people may sign in with, if any
 * @param mail how messages leave, if they do
 */
public record ServerSettings(
    WebSettings web,
    StorageSettings storage,
    Path plugins,
    Path pluginSettings,
    Isolation isolation,
    Optional<Path> demo,
    Limits limits,
    AccountLimits accounts,
    Optional<OpenIdSettings> provider,
    Optional<MailSettings> mail) {

  private record File(
      Optional<Web> web,
      Optional<String> data,
      Optional<Postgresql> database,
      Optional<String> plugins,
      Optional<PluginProcess> pluginProcess,
      Optional<Outbound> outbound,
      Optional<Boolean> demo,
      Optional<Space> space,
      Optional<Limits> limits,
      Optional<AccountLimits> accounts,
      Optional<OpenIdFile> openid,
      Optional<MailFile> mail) {}

  private record Space(
      Optional<Integer> warnMib,
      Optional<Integer> warnPercent,
      Optional<Integer> refuseMib,
      Optional<Integer> ballastMib,
      Optional<Integer> walAlarmMib) {

    SpaceSettings over(SpaceSettings standard) {
      return new SpaceSettings(
          warnMib.orElse(standard.warnMib()),
          warnPercent.orElse(standard.warnPercent()),
          refuseMib.orElse(standard.refuseMib()),
          ballastMib.orElse(standard.ballastMib()),
          walAlarmMib.orElse(standard.walAlarmMib()));
    }
  }

  private record PluginProcess(Optional<Integer> heapMib, Optional<Integer> answerMib) {}

  private record Outbound(List<String> allow) {}

  private record Web(
      Optional<String> host,
      Optional<Integer> port,
      Optional<Boolean> behindTls,
      Optional<Boolean> openAuthority,
      List<URI> services) {}

  private record Postgresql(String url, String user, String passwordFile) {}

  /** What the command line sets over the file. */
  public record Overrides(
      Optional<Path> data, Optional<String> host, Optional<Integer> port, boolean noDemo) {

    /** Nothing set. */
    public static final Overrides NONE =
        new Overrides(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Reads the settings.
   *
   * @param home the folder of the installation: {@code config}, {@code plugins}, {@code demo}
   * @param file the settings file; one that does not exist sets nothing
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static ServerSettings read(Path home, Path file, Overrides overrides) {
    File found = parse(file);
    WebSettings standard = WebSettings.defaults();
    Optional<Web> web = found.web();
    WebSettings settings =
        new WebSettings(
            overrides.host().or(() -> web.flatMap(Web::host)).orElse(standard.host()),
            overrides.port().or(() -> web.flatMap(Web::port)).orElse(standard.port()),
            web.flatMap(Web::behindTls).orElse(standard.behindTls()),
            web.flatMap(Web::openAuthority).orElse(standard.openAuthority()),
            web.map(Web::services).orElse(standard.services()));
    Path data =
        overrides
            .data()
            .orElseGet(() -> home.resolve(found.data().orElse("data")))
            .toAbsolutePath();
    Path demo = home.resolve("demo");
    boolean wanted = found.demo().orElse(true) && !overrides.noDemo() && Files.isDirectory(demo);
    return new ServerSettings(
        settings,
        storage(data, found.database()).withSpace(space(found)),
        home.resolve(found.plugins().orElse("plugins")),
        file.toAbsolutePath().resolveSibling("plugins"),
        isolation(found),
        wanted ? Optional.of(demo) : Optional.empty(),
        found.limits().orElseGet(Limits::defaults),
        found.accounts().orElseGet(AccountLimits::defaults),
        found.openid().map(openid -> openid.settings(file)),
        found.mail().map(mail -> mail.settings(file)));
  }

  /** Where plugins are: those that came with the server, and those in the folder of the data. */
  public PluginPlaces pluginPlaces() {
    return new PluginPlaces(
        plugins, pluginSettings, storage.directory().resolve("plugins"), isolation);
  }

  private static File parse(Path file) {
    try {
      String yaml = Files.exists(file) ? Files.readString(file) : "";
      boolean empty = yaml.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
      return Json.readSettings(empty ? "{}" : yaml, File.class);
    } catch (MalformedJson wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  private static Isolation isolation(File found) {
    Isolation standard = Isolation.DEFAULTS;
    return new Isolation(
        found.pluginProcess().flatMap(PluginProcess::heapMib).orElse(standard.heapMib()),
        found.pluginProcess().flatMap(PluginProcess::answerMib).orElse(standard.answerMib()),
        found.outbound().map(Outbound::allow).orElse(standard.allow()));
  }

  private static SpaceSettings space(File found) {
    SpaceSettings standard = SpaceSettings.defaults();
    return found.space().map(space -> space.over(standard)).orElse(standard);
  }

  private static StorageSettings storage(Path data, Optional<Postgresql> database) {
    StorageSettings embedded = StorageSettings.defaults(data);
    return database
        .map(
            server ->
                embedded.withServer(server.url(), server.user(), password(server.passwordFile())))
        .orElse(embedded);
  }

  private static String password(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the password file " + file, failure);
    }
  }
}
