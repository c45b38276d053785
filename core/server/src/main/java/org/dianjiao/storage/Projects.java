package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;

/** Projects, their documents and their members. */
public interface Projects {

  /**
   * Makes a project.
   *
   * @param manager account id of its first manager; empty for a project that the server itself
   *     makes
   * @throws UnknownAccount when there is no such account
   */
  Project create(String name, String manager);

  /** All projects, by name. */
  List<ProjectSummary> all();

  /** The projects that an account is a member of, by name, with its role. */
  List<ProjectSummary> of(String account);

  /** The project with this id. */
  Optional<Project> byId(String project);

  /** Whether there is any. */
  boolean anyProject();

  /**
   * Makes a document without text, at revision 0; the text is its first change.
   *
   * @throws UnknownProject when there is no such project
   */
  DocumentRow addDocument(String project, String title);

  /** The document with this id. */
  Optional<DocumentRow> document(String document);

  /** The documents of a project, oldest first, without the copies of {@link BlindRounds}. */
  List<DocumentRow> documents(String project);

  /**
   * Makes somebody a member, or changes what they are. Raises the version of the rights on every
   * document of the project in the same transaction, so no batch checked before is accepted after.
   *
   * @throws UnknownProject when there is no such project
   * @throws UnknownAccount when there is no such account
   */
  void setRole(String project, String account, Role role);

  /**
   * Takes a membership away, as {@link #setRole} gives it; nothing happens when there is none.
   *
   * @throws UnknownProject when there is no such project
   */
  void removeMember(String project, String account);

  /** The members of a project, by name. */
  List<Membership> members(String project);

  /** What an account is in a project; empty when it is no member. */
  Optional<Role> role(String project, String account);

  /**
   * The rights on a document, all read at one instant.
   *
   * @throws UnknownDocument when there is no such document
   */
  Rights rights(String document);

  /**
   * How a project reviews.
   *
   * @throws UnknownProject when there is no such project
   */
  ReviewSettings reviewSettings(String project);

  /**
   * The same, with the secret seed that its samples are drawn by.
   *
   * @throws UnknownProject when there is no such project
   */
  Sampling sampling(String project);

  /**
   * Sets how a project reviews. Raises the version of the rights as {@link #setRole} does, so that
   * nothing is accepted by the old settings afterwards.
   *
   * @throws UnknownProject when there is no such project
   */
  void setReviewSettings(String project, ReviewSettings settings);
}
