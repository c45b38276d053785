package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Invitation;

/** Inviting by a link: managers to their projects, administrators to the server. */
final class InvitationRoutes {

  private static final int LONGEST_NOTE = 200;

  private final Database database;
  private final Identity identity;
  private final AccountLimits limits;
  private final Reply reply;

  InvitationRoutes(Database database, Identity identity, AccountLimits limits, Reply reply) {
    this.database = database;
    this.identity = identity;
    this.limits = limits;
    this.reply = reply;
  }

  enum State {
    OPEN,
    USED,
    REVOKED,
    EXPIRED
  }

  private record Told(
      String id,
      String inviter,
      Optional<Role> role,
      String note,
      Instant created,
      Instant expires,
      State state,
      Optional<String> usedBy) {}

  private record Made(String secret, Told invitation) {}

  record Wanted(Optional<Role> role, Optional<String> note) {
    Wanted {
      note = note.map(String::strip);
      if (note.orElse("").length() > LONGEST_NOTE) {
        throw new IllegalArgumentException(
            "a note has at most %d characters".formatted(LONGEST_NOTE));
      }
    }
  }

  void on(Routes routes) {
    routes.get(
        "/api/projects/:project/invitations", Operation.LIST_INVITATIONS, this::listOfProject);
    routes.post("/api/projects/:project/invitations", Operation.INVITE, this::inviteToProject);
    routes.delete(
        "/api/projects/:project/invitations/:invitation",
        Operation.REVOKE_INVITATION,
        this::revokeOfProject);
    routes.get("/api/invitations", Operation.LIST_SERVER_INVITATIONS, this::listOfServer);
    routes.post("/api/invitations", Operation.INVITE_TO_SERVER, this::inviteToServer);
    routes.delete(
        "/api/invitations/:invitation", Operation.REVOKE_SERVER_INVITATION, this::revokeOfServer);
  }

  private void listOfProject(RoutingContext request) {
    reply.of(
        request,
        reply.within(request, (account, project) -> told(database.invitations().to(project))));
  }

  private void inviteToProject(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> invited(account, project, Json.read(body, Wanted.class))));
  }

  private Made invited(Account account, String project, Wanted wanted) {
    Role role = wanted.role().orElseThrow(() -> new IllegalArgumentException("role is missing"));
    boolean mayGive = identity.role(project, account).filter(own -> own.includes(role)).isPresent();
    if (!mayGive) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED, "nobody gives a role that is more than their own");
    }
    return made(account, Optional.of(new Invitation.Seat(project, role)), wanted);
  }

  private void revokeOfProject(RoutingContext request) {
    String id = request.pathParam("invitation");
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              boolean here =
                  database
                      .invitations()
                      .byId(id)
                      .flatMap(Invitation::seat)
                      .filter(seat -> seat.project().equals(project))
                      .isPresent();
              if (!here) {
                throw unknown(id);
              }
              database.invitations().revoke(id, Instant.now());
              return told(database.invitations().to(project));
            }));
  }

  private void listOfServer(RoutingContext request) {
    reply.of(request, reply.signedIn(request, account -> told(database.invitations().toServer())));
  }

  private void inviteToServer(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.signedIn(
            request, account -> made(account, Optional.empty(), Json.read(body, Wanted.class))));
  }

  private void revokeOfServer(RoutingContext request) {
    String id = request.pathParam("invitation");
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              if (database.invitations().byId(id).filter(i -> i.seat().isEmpty()).isEmpty()) {
                throw unknown(id);
              }
              database.invitations().revoke(id, Instant.now());
              return told(database.invitations().toServer());
            }));
  }

  private Made made(Account inviter, Optional<Invitation.Seat> seat, Wanted wanted) {
    Instant now = Instant.now();
    if (database.invitations().open(inviter.id(), now) >= limits.invitationsOpen()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d of your invitations are open; take some back".formatted(limits.invitationsOpen()));
    }
    String secret = Identity.secret();
    Invitation invitation =
        database
            .invitations()
            .create(
                Identity.hash(secret),
                inviter.id(),
                seat,
                wanted.note().orElse(""),
                now.plus(Duration.ofDays(limits.invitationDays())));
    return new Made(secret, told(invitation, now));
  }

  private List<Told> told(List<Invitation> invitations) {
    Instant now = Instant.now();
    return invitations.stream().map(invitation -> told(invitation, now)).toList();
  }

  private Told told(Invitation invitation, Instant now) {
    return new Told(
        invitation.id(),
        name(invitation.inviter()),
        invitation.seat().map(Invitation.Seat::role),
        invitation.note(),
        invitation.created(),
        invitation.expires(),
        state(invitation, now),
        invitation.usedBy().map(this::name));
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }

  private static State state(Invitation invitation, Instant now) {
    if (invitation.used().isPresent()) {
      return State.USED;
    }
    if (invitation.revoked().isPresent()) {
      return State.REVOKED;
    }
    return now.isBefore(invitation.expires()) ? State.OPEN : State.EXPIRED;
  }

  private static Refusal unknown(String id) {
    return new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no invitation " + id);
  }
}
