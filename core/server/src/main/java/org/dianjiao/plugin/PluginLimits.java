package org.dianjiao.plugin;

import java.time.Duration;
import org.dianjiao.limits.Limits;

/**
 * The bounds within which a host runs a plugin.
 *
 * @param start how long loading and starting may take, each
 * @param longestBudget the most that one question may take, whatever {@code plugin.json} says
 * @param close how long closing may take
 * @param stop how long an interrupted thread may go on before the plugin counts as failed
 * @param queue questions that may wait
 * @param failures in a row that suspend it
 * @param firstPause how long it is suspended the first time
 * @param longestPause which doubling does not go beyond
 * @param proposals that one answer may hold
 * @param server what the server takes of files and documents, whoever reads or writes them
 */
public record PluginLimits(
    Duration start,
    Duration longestBudget,
    Duration close,
    Duration stop,
    int queue,
    int failures,
    Duration firstPause,
    Duration longestPause,
    int proposals,
    Limits server) {

  /** Bounds of time and number, and the usual ones for files. */
  public PluginLimits(
      Duration start,
      Duration longestBudget,
      Duration close,
      Duration stop,
      int queue,
      int failures,
      Duration firstPause,
      Duration longestPause,
      int proposals) {
    this(
        start,
        longestBudget,
        close,
        stop,
        queue,
        failures,
        firstPause,
        longestPause,
        proposals,
        Limits.defaults());
  }

  /** What a server with the usual limits uses. */
  public static PluginLimits defaults() {
    return of(Limits.defaults());
  }

  /** What a server uses. */
  public static PluginLimits of(Limits server) {
    return new PluginLimits(
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        16,
        5,
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        20_000,
        server);
  }

  /** How long reading or writing one file may take. */
  Duration formatBudget() {
    return Duration.ofSeconds(server.pluginFormatSeconds());
  }

  /** How long one question to this plugin may take. */
  Duration budget(PluginManifest manifest) {
    return manifest.budget().compareTo(longestBudget) < 0 ? manifest.budget() : longestBudget;
  }

  /** How long a command that a person gave may run. */
  Duration command() {
    return Duration.ofSeconds(server.commandSeconds());
  }

  Breaker.Rules breaker() {
    return new Breaker.Rules(failures, firstPause, longestPause);
  }
}
