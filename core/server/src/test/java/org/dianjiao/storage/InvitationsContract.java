package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.Test;

/** What every engine promises about invitations. */
abstract class InvitationsContract extends StorageContract {

  private static final AtomicInteger SECRETS = new AtomicInteger();

  InvitationsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Invitations invitations() {
    return database.invitations();
  }

  private static Instant inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  private static String secret() {
    return "secret " + SECRETS.incrementAndGet();
  }

  private Invitation invite(String secret, Account inviter, String project, Role role) {
    return invitations()
        .create(
            secret,
            inviter.id(),
            Optional.of(new Invitation.Seat(project, role)),
            "for the new reader",
            inDays(7));
  }

  private void refused(String secret, Account account, String words) {
    assertThatThrownBy(() -> invitations().use(secret, account.id(), Instant.now()))
        .isInstanceOf(InvitationRefused.class)
        .hasMessageContaining(words);
  }

  @Test
  void makesAMemberOnce() {
    Account manager = somebody();
    Account guest = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    String document = newDocument(project);
    long before = database.projects().rights(document).aclVersion();
    String secret = secret();
    Invitation made = invite(secret, manager, project, Role.REVIEWER);
    assertThat(invitations().find(secret)).contains(made);
    invitations().use(secret, guest.id(), Instant.now());
    assertThat(database.projects().role(project, guest.id())).contains(Role.REVIEWER);
    assertThat(database.projects().rights(document).aclVersion()).isGreaterThan(before);
    assertThat(invitations().find(secret).orElseThrow().usedBy()).contains(guest.id());
    refused(secret, somebody(), "used already");
  }

  @Test
  void oneOfManyWhoComeAtOnceGetsIn() {
    Account manager = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    String secret = secret();
    invite(secret, manager, project, Role.ANNOTATOR);
    List<Account> guests = IntStream.range(0, 8).mapToObj(i -> somebody()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Boolean>> tries =
        guests.stream()
            .map(guest -> CompletableFuture.supplyAsync(() -> getsIn(secret, guest), threads))
            .toList();
    assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
    threads.shutdown();
    assertThat(database.projects().members(project)).hasSize(2);
  }

  private boolean getsIn(String secret, Account guest) {
    try {
      invitations().use(secret, guest.id(), Instant.now());
      return true;
    } catch (InvitationRefused late) {
      return false;
    }
  }

  @Test
  void saysWhyItCannotBeUsed() {
    Account manager = somebody();
    Account guest = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    refused("made up", guest, "there is no such invitation");
    String revoked = secret();
    invitations().revoke(invite(revoked, manager, project, Role.VIEWER).id(), Instant.now());
    refused(revoked, guest, "taken back");
    String old = secret();
    Instant expires = invite(old, manager, project, Role.VIEWER).expires();
    assertThatThrownBy(() -> invitations().use(old, guest.id(), expires))
        .isInstanceOf(InvitationRefused.class)
        .hasMessageContaining("too old");
    assertThat(database.projects().role(project, guest.id())).isEmpty();
  }

  @Test
  void countsForNothingWhenItsInviterMayNotInviteAnyMore() {
    Account manager = somebody();
    Account guest = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    String secret = secret();
    invite(secret, manager, project, Role.MANAGER);
    database.projects().setRole(project, manager.id(), Role.REVIEWER);
    refused(secret, guest, "may not invite any more");
    assertThat(invitations().find(secret).orElseThrow().used()).isEmpty();
    database.projects().setRole(project, manager.id(), Role.MANAGER);
    database.accounts().suspend(manager.id(), Instant.now());
    refused(secret, guest, "may not invite any more");
    database.accounts().unsuspend(manager.id());
    invitations().use(secret, guest.id(), Instant.now());
    assertThat(database.projects().role(project, guest.id())).contains(Role.MANAGER);
  }

  @Test
  void takesNoRoleAway() {
    Account manager = somebody();
    Account guest = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    database.projects().setRole(project, guest.id(), Role.REVIEWER);
    String secret = secret();
    invite(secret, manager, project, Role.VIEWER);
    invitations().use(secret, guest.id(), Instant.now());
    assertThat(database.projects().role(project, guest.id())).contains(Role.REVIEWER);
  }

  @Test
  void onlyAnAdministratorInvitesToTheServer() {
    Account administrator = database.accounts().create("administrator " + secret(), "hash", true);
    String name = "new " + secret();
    String right = secret();
    invitations().create(right, administrator.id(), Optional.empty(), "", inDays(7));
    Account made = invitations().useByNew(right, name, "hash", Instant.now());
    assertThat(database.accounts().byName(name)).contains(made);
    String wrong = secret();
    invitations().create(wrong, somebody().id(), Optional.empty(), "", inDays(7));
    assertThatThrownBy(() -> invitations().useByNew(wrong, "another", "hash", Instant.now()))
        .isInstanceOf(InvitationRefused.class);
    assertThat(database.accounts().byName("another")).isEmpty();
  }

  @Test
  void aNameThatIsTakenUsesNothingUp() {
    Account manager = somebody();
    Account taken = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    String secret = secret();
    invite(secret, manager, project, Role.VIEWER);
    assertThatThrownBy(() -> invitations().useByNew(secret, taken.name(), "hash", Instant.now()))
        .isInstanceOf(NameTaken.class);
    assertThat(invitations().find(secret).orElseThrow().used()).isEmpty();
  }

  @Test
  void listsThemWhereTheyLead() {
    Account manager = somebody();
    String project = database.projects().create("南京條約", manager.id()).id();
    Invitation one = invite(secret(), manager, project, Role.VIEWER);
    Invitation other =
        invitations().create(secret(), manager.id(), Optional.empty(), "", inDays(7));
    assertThat(invitations().to(project)).containsExactly(one);
    assertThat(invitations().toServer()).contains(other).doesNotContain(one);
    assertThat(invitations().open(manager.id(), Instant.now())).isEqualTo(2);
    assertThat(invitations().open(manager.id(), inDays(8))).isZero();
  }
}
