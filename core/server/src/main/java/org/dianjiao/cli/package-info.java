/**
 * The command line: one class for each command, found by {@link org.dianjiao.cli.Dianjiao}.
 *
 * <p>A command reads its options, asks the rooms below, prints, and returns an {@link
 * org.dianjiao.cli.ExitCode}. What a user can mend is a {@link org.dianjiao.cli.CommandFailure} or
 * an exception of the room that refused; it becomes one line.
 */
package org.dianjiao.cli;
