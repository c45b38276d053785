package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Invitation;
import org.dianjiao.storage.InvitationRefused;
import org.dianjiao.storage.Project;

/** Coming in by an invitation: with the account that one has, or with a new one. */
final class RedeemRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Entrance entrance;
  private final SignInThrottle throttle;
  private final Reply reply;

  RedeemRoutes(
      Vertx vertx, Database database, Entrance entrance, SignInThrottle throttle, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.entrance = entrance;
    this.throttle = throttle;
    this.reply = reply;
  }

  record Join(String secret, String name, String password) {
    Join {
      Objects.requireNonNull(secret, "secret");
      Credentials.check(name, password);
    }
  }

  private record Shown(
      String inviter, Optional<String> project, Optional<Role> role, Instant expires) {}

  private record Seated(Optional<String> project) {}

  void on(Routes routes) {
    routes.post("/api/invitation/look", Operation.SEE_INVITATION, this::look);
    routes.post("/api/invitation/use", Operation.USE_INVITATION, this::use);
    routes.post("/api/invitation/join", Operation.JOIN, this::join);
  }

  private void look(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    reply.with(request, () -> shown(Json.read(body, SecretLink.class).secret(), visitor));
  }

  private Shown shown(String secret, Entrance.Visitor visitor) {
    Invitation invitation = usable(secret, visitor);
    return new Shown(
        database.accounts().byId(invitation.inviter()).map(Account::name).orElse(""),
        invitation
            .seat()
            .flatMap(seat -> database.projects().byId(seat.project()))
            .map(Project::name),
        invitation.seat().map(Invitation.Seat::role),
        invitation.expires());
  }

  /** Says plainly why a link does not work; wrong ones cannot be tried for ever. */
  private Invitation usable(String secret, Entrance.Visitor visitor) {
    throttle.require(visitor.address(), System.nanoTime());
    Optional<Invitation> found = database.invitations().find(Identity.hash(secret));
    if (found.isEmpty()) {
      throttle.guessed(visitor.address(), System.nanoTime());
    }
    Invitation invitation = found.orElseThrow(InvitationRefused::unknown);
    invitation
        .refusal(Instant.now())
        .ifPresent(
            why -> {
              throw new Refusal(FailureCode.NOT_PERMITTED, why);
            });
    return invitation;
  }

  private void use(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> used(Json.read(body, SecretLink.class).secret(), account, visitor)));
  }

  private Seated used(String secret, Account account, Entrance.Visitor visitor) {
    if (usable(secret, visitor).seat().isEmpty()) {
      throw new Refusal(
          FailureCode.NOTHING_TO_DO, "you have an account here already; give the link to another");
    }
    return seated(
        database.invitations().use(Identity.hash(secret), account.id(), Instant.now()), account);
  }

  private void join(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    entrance.answer(
        request,
        reply.hashing(
            passwords ->
                entrance.trying(
                    Operation.JOIN,
                    visitor,
                    () -> joined(Json.read(body, Join.class), visitor, passwords))));
  }

  private Entrance.Entered joined(Join join, Entrance.Visitor visitor, PasswordHash passwords) {
    Invitation invitation = usable(join.secret(), visitor);
    entrance.allowed(
        Operation.JOIN, visitor, invitation.seat().map(Invitation.Seat::project).orElse(""));
    Account account =
        database
            .invitations()
            .useByNew(
                Identity.hash(join.secret()),
                join.name(),
                passwords.of(join.password()),
                Instant.now());
    seated(invitation, account);
    return entrance.enter(visitor, account);
  }

  private Seated seated(Invitation invitation, Account account) {
    Optional<String> project = invitation.seat().map(Invitation.Seat::project);
    project.ifPresent(
        id -> PeopleEvents.tell(vertx, new PeopleEvent.RightsChanged(id, account.id())));
    return new Seated(project);
  }
}
