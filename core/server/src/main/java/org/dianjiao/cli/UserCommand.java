package org.dianjiao.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Project;
import org.dianjiao.web.PasswordHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Accounts and roles, for whoever keeps the server. */
@Command(
    name = "user",
    description = "Add and list people, set passwords and roles.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Listing.class,
      UserCommand.Password.class,
      UserCommand.Membership.class
    })
final class UserCommand implements Runnable {

  private static final String INSTEAD = "do this in the browser";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Makes an account. */
  @Command(
      name = "add",
      description = {
        "Add somebody who can sign in. The password is asked for, or read from a file.",
        "Makes the database when there is none yet."
      })
  static final class Add implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Installation installation;
    @Mixin private NewPassword password;

    @Option(names = "--administrator", description = "Somebody who keeps the whole server.")
    private boolean administrator;

    @Parameters(paramLabel = "NAME", description = "The name to sign in with.")
    private String name = "";

    @Override
    public Integer call() {
      try {
        Credentials.checkName(name);
      } catch (IllegalArgumentException refused) {
        throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
      }
      String hash = PasswordHash.standard().of(password.get(name));
      try (Database database = installation.writeOrMake(INSTEAD)) {
        AtTheConsole.does(database, Operation.MAKE_ACCOUNT, "");
        Account account = database.accounts().create(name, hash, administrator);
        spec.commandLine().getOut().println(account.id() + "  " + account.name());
      }
      return ExitCode.OK;
    }
  }

  /** Lists accounts. */
  @Command(name = "list", description = "List everybody: id, name, and administrators as such.")
  static final class Listing implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Installation installation;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = installation.read()) {
        for (Account account : database.accounts().all()) {
          out.println(
              "%s  %s%s"
                  .formatted(
                      account.id(),
                      account.name(),
                      account.administrator() ? "  (administrator)" : ""));
        }
      }
      return ExitCode.OK;
    }
  }

  /** Changes a password. */
  @Command(
      name = "passwd",
      description = "Set somebody's password; they are signed out everywhere.")
  static final class Password implements Callable<Integer> {

    @Mixin private Installation installation;
    @Mixin private NewPassword password;

    @Parameters(paramLabel = "NAME", description = "Whose password.")
    private String name = "";

    @Override
    public Integer call() {
      try (Database database = installation.write("wait until it is stopped")) {
        Account account = new Named(database).account(name);
        String hash = PasswordHash.standard().of(password.get(account.name()));
        AtTheConsole.does(database, Operation.CHANGE_PASSWORD, account.id());
        database.accounts().changePassword(account.id(), hash);
      }
      return ExitCode.OK;
    }
  }

  /** Makes somebody a member. */
  @Command(name = "role", description = "Make somebody a member of a project, or change the role.")
  static final class Membership implements Callable<Integer> {

    @Mixin private Installation installation;

    @Option(
        names = "--project",
        required = true,
        paramLabel = "NAME",
        description = "The project, by name or id.")
    private String project = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        converter = RoleWord.class,
        description = "viewer, annotator, editor, reviewer or manager.")
    private Role role = Role.VIEWER;

    @Override
    public Integer call() {
      try (Database database = installation.write(INSTEAD)) {
        Named named = new Named(database);
        Project target = named.project(project);
        String account = named.account(name).id();
        AtTheConsole.does(database, Operation.SET_ROLE, target.id());
        database.projects().setRole(target.id(), account, role);
      }
      return ExitCode.OK;
    }
  }

  /** Reads the name of a role. */
  static final class RoleWord implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      try {
        return Role.of(word);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }
}
