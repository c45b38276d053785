package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;

/**
 * Who may do what with a document, read at one instant.
 *
 * @param document which
 * @param project that it belongs to
 * @param aclVersion to send along with a batch that was checked against these rights
 * @param members of the project who are not suspended, by name
 */
public record Rights(String document, String project, long aclVersion, List<Membership> members) {

  /** Copies the list. */
  public Rights {
    members = List.copyOf(members);
  }

  /** The role of an account in the project; empty when it is no member. */
  public Optional<Role> role(String account) {
    return members.stream()
        .filter(member -> member.account().id().equals(account))
        .map(Membership::role)
        .findFirst();
  }
}
