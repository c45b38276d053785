package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Profile;
import org.dianjiao.storage.ProjectSummary;

/** The accounts of the server, for administrators; and for managers, whom they may make members. */
final class AccountRoutes {

  private final Vertx vertx;
  private final Database database;
  private final AccountLimits limits;
  private final Reply reply;

  AccountRoutes(Vertx vertx, Database database, AccountLimits limits, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.limits = limits;
    this.reply = reply;
  }

  private record Told(
      String id, String name, String colour, boolean administrator, Optional<Instant> suspended) {

    static Told of(Profile profile) {
      Account account = profile.account();
      return new Told(
          account.id(),
          account.name(),
          account.colour(),
          account.administrator(),
          profile.suspended());
    }
  }

  private record ResetLink(String secret, Instant expires) {}

  record NewAccount(String name, String password) {
    NewAccount {
      Credentials.check(name, password);
    }
  }

  record NewName(String name) {
    NewName {
      Credentials.checkName(Objects.requireNonNull(name, "name"));
    }
  }

  void on(Routes routes) {
    routes.get("/api/accounts", Operation.LIST_ACCOUNTS, this::accounts);
    routes.post("/api/accounts", Operation.MAKE_ACCOUNT, this::create);
    routes.put("/api/accounts/:account/name", Operation.RENAME_ACCOUNT, this::rename);
    routes.put("/api/accounts/:account/suspension", Operation.SUSPEND_ACCOUNT, this::suspend);
    routes.delete("/api/accounts/:account/suspension", Operation.LET_ACCOUNT_IN, this::unsuspend);
    routes.post("/api/accounts/:account/reset-link", Operation.MAKE_RESET_LINK, this::resetLink);
  }

  private void accounts(RoutingContext request) {
    reply.of(request, reply.signedIn(request, account -> all()));
  }

  private List<Told> all() {
    return database.accounts().profiles().stream().map(Told::of).toList();
  }

  private void create(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply
            .signedIn(request, account -> Json.read(body, NewAccount.class))
            .compose(fresh -> reply.hashing(passwords -> created(fresh, passwords))));
  }

  private Account created(NewAccount fresh, PasswordHash passwords) {
    return database.accounts().create(fresh.name(), passwords.of(fresh.password()), false);
  }

  private void rename(RoutingContext request) {
    String body = Query.body(request);
    keep(
        request,
        (administrator, id) -> {
          Profile profile = profile(id);
          String name = Json.read(body, NewName.class).name();
          database.accounts().change(id, name, profile.account().colour(), profile.email());
        });
  }

  private void suspend(RoutingContext request) {
    keep(
        request,
        (administrator, id) -> {
          if (administrator.id().equals(id)) {
            throw new Refusal(FailureCode.NOT_PERMITTED, "nobody suspends themselves");
          }
          database.accounts().suspend(id, Instant.now());
          PeopleEvents.tell(vertx, new PeopleEvent.Suspended(id));
        });
  }

  private void unsuspend(RoutingContext request) {
    keep(request, (administrator, id) -> database.accounts().unsuspend(id));
  }

  /** Does something with the account that is named, tells of it, and answers with all accounts. */
  private void keep(RoutingContext request, BiConsumer<Account, String> work) {
    String id = request.pathParam("account");
    reply.of(
        request,
        reply.signedIn(
            request,
            administrator -> {
              work.accept(administrator, id);
              tellProjects(vertx, database, profile(id).account());
              return all();
            }));
  }

  /** Owners of documents read rights and names anew wherever this account is. Blocking. */
  static void tellProjects(Vertx vertx, Database database, Account account) {
    List<ProjectSummary> projects =
        account.administrator() ? database.projects().all() : database.projects().of(account.id());
    for (ProjectSummary summary : projects) {
      PeopleEvents.tell(vertx, new PeopleEvent.RightsChanged(summary.project().id(), account.id()));
    }
  }

  private void resetLink(RoutingContext request) {
    String id = request.pathParam("account");
    reply.of(
        request,
        reply.signedIn(
            request,
            administrator -> {
              if (profile(id).suspended().isPresent()) {
                throw new Refusal(FailureCode.NOT_PERMITTED, "this account is suspended");
              }
              String secret = Identity.secret();
              Instant expires = Instant.now().plus(Duration.ofHours(limits.resetHours()));
              database.signIns().storeResetLink(Identity.hash(secret), id, expires);
              return new ResetLink(secret, expires);
            }));
  }

  private Profile profile(String id) {
    return database
        .accounts()
        .profile(id)
        .orElseThrow(() -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no account " + id));
  }
}
