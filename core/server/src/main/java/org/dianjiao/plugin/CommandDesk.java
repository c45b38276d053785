package org.dianjiao.plugin;

import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.CheckCommand;
import org.dianjiao.bus.PluginMessage.CommandChecked;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.Refusal;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * The commands of one plugin: what is asked is checked against what {@code plugin.json} declares,
 * what is answered like every answer. Pure but for the call itself.
 */
final class CommandDesk {

  private static final int MAX_WORDS = 2_000;

  private final PluginManifest manifest;
  private final AnalysisCheck check;
  private final int report;

  /**
   * A desk for one plugin.
   *
   * @param report the most units that a command may say
   */
  CommandDesk(PluginManifest manifest, AnalysisCheck check, int report) {
    this.manifest = manifest;
    this.check = check;
    this.report = report;
  }

  /**
   * Whether a command could be run so.
   *
   * @throws Refusal when there is no such command, not on that, or not with these parameters
   */
  CommandChecked check(CheckCommand asked) {
    CommandDeclaration command = declared(asked.command());
    if (command.places().stream().noneMatch(place -> word(place).equals(asked.place()))) {
      throw malformed(
          "command %s of %s cannot be run on a %s; it takes %s"
              .formatted(
                  command.name(),
                  manifest.id(),
                  asked.place(),
                  command.places().stream().map(CommandDesk::word).sorted().toList()));
    }
    return new CommandChecked(command.label(), values(command, asked.parameters()).all());
  }

  /**
   * What the plugin is asked.
   *
   * @throws Refusal when that cannot be asked
   */
  CommandRequest request(RunCommand asked, Progress progress) {
    CommandDeclaration command = declared(asked.command());
    SettingValues values = values(command, asked.parameters());
    try {
      requireWhole(Text.of(asked.text()), asked.selection());
      MarkedText text =
          new MarkedText(
              asked.title(),
              asked.text(),
              Locale.forLanguageTag(asked.language()),
              asked.annotations());
      return new CommandRequest(
          command.name(), values, text, asked.selection(), progress, asked.project());
    } catch (IllegalArgumentException fault) {
      throw malformed(fault.getMessage());
    }
  }

  /** Runs it, on a thread of the plugin. */
  CommandRan run(Commands commands, CommandRequest request) throws Exception {
    CommandResult result = commands.run(request);
    if (result == null) {
      throw new WrongAnswer("it answered nothing at all");
    }
    new AnswerWords().checkReport(result.report(), report);
    check.check(result.proposals(), Text.of(request.text().text()));
    return new CommandRan(manifest.version(), result.report(), result.proposals());
  }

  private CommandDeclaration declared(String name) {
    return manifest.commands().stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> malformed("plugin %s has no command \"%s\"".formatted(manifest.id(), name)));
  }

  private static SettingValues values(CommandDeclaration command, Map<String, Object> given) {
    for (Map.Entry<String, Object> one : given.entrySet()) {
      if (one.getValue() instanceof String words && words.length() > MAX_WORDS) {
        throw malformed(
            "command %s: %s has %d units; the limit is %d"
                .formatted(command.name(), one.getKey(), words.length(), MAX_WORDS));
      }
    }
    try {
      return SettingValues.of(command.parameters(), given);
    } catch (PluginRefused wrong) {
      throw malformed("command %s: %s".formatted(command.name(), wrong.getMessage()));
    }
  }

  private static void requireWhole(Text text, TextRange range) {
    if (range.end() > text.length()
        || !CodeUnits.isBoundary(text, range.start())
        || !CodeUnits.isBoundary(text, range.end())) {
      throw malformed(
          "selection %d–%d is not whole characters of the text of %d units"
              .formatted(range.start(), range.end(), text.length()));
    }
  }

  private static String word(CommandDeclaration.Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  private static Refusal malformed(String why) {
    return new Refusal(FailureCode.MALFORMED, why);
  }
}
