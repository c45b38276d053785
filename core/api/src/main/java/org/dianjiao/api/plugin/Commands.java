package org.dianjiao.api.plugin;

/**
 * Optional: does what a person asks for by hand. An {@link Analyzer} implements it too; what can be
 * asked for, where, and with which parameters, {@code plugin.json} declares under {@code commands},
 * and the browser draws the form from there.
 *
 * <pre>{@code
 * public CommandResult run(CommandRequest request) {
 *   long people = request.text().annotations().stream()
 *       .filter(one -> one.body().kind().equals("person"))
 *       .count();
 *   return CommandResult.said(people + " names of persons");
 * }
 * }</pre>
 *
 * @since 1.0
 */
@Experimental
public interface Commands {

  /**
   * Runs a command on one document. A command on a whole project is run once for each of its
   * documents, and the results are put together.
   *
   * @throws Exception when it cannot be done; the person reads the message
   */
  CommandResult run(CommandRequest request) throws Exception;
}
