package org.dianjiao.web;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.people.Account;
import org.dianjiao.people.Legible;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.ExternalIdentity;
import org.dianjiao.storage.IdentityTaken;
import org.dianjiao.storage.Invitation;
import org.dianjiao.storage.InvitationRefused;
import org.dianjiao.storage.Profile;
import org.dianjiao.storage.SignIn;
import org.dianjiao.web.openid.ExternalPerson;
import org.dianjiao.web.openid.OpenIdSettings;

/**
 * What becomes of somebody whom the provider knows: the account that is theirs, or a new one where
 * that is allowed. What they may do here is in our own database only. Blocking.
 */
final class OpenIdGuests {

  private static final int LONGEST_NAME = 60;
  private static final String NAMELESS = "guest";

  private final Vertx vertx;
  private final Database database;
  private final Entrance entrance;
  private final boolean createAccounts;

  /**
   * Guests of a server.
   *
   * @param provider that they come from, if any
   */
  OpenIdGuests(
      Vertx vertx, Database database, Entrance entrance, Optional<OpenIdSettings> provider) {
    this.vertx = vertx;
    this.database = database;
    this.entrance = entrance;
    this.createAccounts = provider.map(OpenIdSettings::createAccounts).orElse(false);
  }

  /** How it ended. */
  enum Word {
    SIGNED_IN,
    LINKED,
    TAKEN,
    DENIED,
    STALE,
    REFUSED,
    NO_ACCOUNT,
    NO_INVITATION,
    SUSPENDED
  }

  /** How it ended, and the sign-in that was begun, if one was. */
  record Outcome(Word word, Optional<Entrance.Entered> entered) {

    static Outcome of(Word word) {
      return new Outcome(word, Optional.empty());
    }
  }

  /** Lets somebody in, or links them to the account that asked for it. */
  Outcome come(ExternalPerson person, OpenIdTries.Wish wish, Entrance.Visitor visitor) {
    ExternalIdentity who = new ExternalIdentity(person.issuer(), person.subject());
    return wish.link().isPresent()
        ? linked(who, wish.link().get(), visitor)
        : entered(who, person, wish.invitation(), visitor);
  }

  private Outcome linked(ExternalIdentity who, Credential signIn, Entrance.Visitor visitor) {
    Optional<String> account =
        database.signIns().look(signIn.hash(), Instant.now()).map(SignIn::account);
    if (account.isEmpty()) {
      return Outcome.of(Word.STALE);
    }
    entrance.allowed(Operation.COME_BACK, visitor, account.get());
    try {
      database.externalIdentities().link(who, account.get(), Instant.now());
      return Outcome.of(Word.LINKED);
    } catch (IdentityTaken taken) {
      return Outcome.of(Word.TAKEN);
    }
  }

  private Outcome entered(
      ExternalIdentity who,
      ExternalPerson person,
      Optional<String> invitation,
      Entrance.Visitor visitor) {
    Optional<Profile> known =
        database
            .externalIdentities()
            .account(who)
            .flatMap(account -> database.accounts().profile(account));
    if (known.flatMap(Profile::suspended).isPresent()) {
      return Outcome.of(Word.SUSPENDED);
    }
    if (known.isEmpty() && invitation.isEmpty() && !createAccounts) {
      return Outcome.of(Word.NO_ACCOUNT);
    }
    try {
      Account account =
          known.isPresent()
              ? invited(known.get().account(), invitation)
              : created(who, person, invitation, visitor);
      return new Outcome(Word.SIGNED_IN, Optional.of(entrance.enter(visitor, account)));
    } catch (InvitationRefused refused) {
      return Outcome.of(Word.NO_INVITATION);
    }
  }

  /** One to the server only is of no use to who has an account, and stays for another. */
  private Account invited(Account account, Optional<String> invitation) {
    invitation
        .filter(hash -> database.invitations().find(hash).flatMap(Invitation::seat).isPresent())
        .map(hash -> database.invitations().use(hash, account.id(), Instant.now()))
        .ifPresent(used -> tell(used, account));
    return account;
  }

  private Account created(
      ExternalIdentity who,
      ExternalPerson person,
      Optional<String> invitation,
      Entrance.Visitor visitor) {
    entrance.allowed(Operation.JOIN, visitor, "");
    Account account =
        database
            .externalIdentities()
            .create(who, name(person), person.email(), invitation, Instant.now());
    invitation
        .flatMap(hash -> database.invitations().find(hash))
        .ifPresent(used -> tell(used, account));
    return account;
  }

  private void tell(Invitation used, Account account) {
    used.seat()
        .ifPresent(
            seat ->
                PeopleEvents.tell(
                    vertx, new PeopleEvent.RightsChanged(seat.project(), account.id())));
  }

  private static String name(ExternalPerson person) {
    String told = Legible.kept(person.name().orElse(NAMELESS)).strip();
    if (told.isEmpty()) {
      return NAMELESS;
    }
    int length = Math.min(told.length(), LONGEST_NAME);
    boolean half = Character.isHighSurrogate(told.charAt(length - 1));
    return told.substring(0, half ? length - 1 : length).strip();
  }
}
