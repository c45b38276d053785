package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.people.Account;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;

/**
 * Who may do what with a document, read at one instant.
 *
 * @param document which
 * @param project that it belongs to
 * @param aclVersion to send along with a batch that was checked against these rights
 * @param members of the project who are not suspended, by name
 * @param blind the round that the document is a copy of; empty for every other document
 */
public record Rights(
    String document,
    String project,
    long aclVersion,
    List<Membership> members,
    Optional<BlindRound> blind) {

  /** Copies the list. */
  public Rights {
    members = List.copyOf(members);
  }

  /** On a document that is no copy. */
  public Rights(String document, String project, long aclVersion, List<Membership> members) {
    this(document, project, aclVersion, members, Optional.empty());
  }

  /**
   * What somebody is in this document: what they are in its project, unless it is a copy of a blind
   * round; an administrator is a manager everywhere else. Empty when it is not theirs to see.
   */
  public Optional<Role> roleOf(Account account) {
    return roleOf(account, role(account.id()));
  }

  /** The same of a member, who need not be looked for. */
  public Optional<Role> roleOf(Membership member) {
    return roleOf(member.account(), Optional.of(member.role()));
  }

  private Optional<Role> roleOf(Account account, Optional<Role> inProject) {
    Optional<Role> member = account.administrator() ? Optional.of(Role.MANAGER) : inProject;
    return blind.isEmpty()
        ? member
        : blind.get().role(document, account.id(), account.administrator(), member);
  }

  /** The role of an account in the project; empty when it is no member. */
  public Optional<Role> role(String account) {
    return members.stream()
        .filter(member -> member.account().id().equals(account))
        .map(Membership::role)
        .findFirst();
  }
}
