package org.dianjiao.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything inside a project that needs a right, and the least role that has it. */
public enum Permission {
  READ_DOCUMENT("read this document", Role.VIEWER),
  EXPORT_DOCUMENT("export this document", Role.VIEWER),
  COMMENT("comment", Role.ANNOTATOR),
  PROPOSE("propose changes", Role.ANNOTATOR),
  RUN_PLUGIN("run plugins", Role.ANNOTATOR),
  NAME_VERSION("name versions", Role.ANNOTATOR),
  EDIT_TEXT("edit this text", Role.EDITOR),
  ANNOTATE("annotate this text", Role.EDITOR),
  KEEP_ENTITIES("change the authority file of this project", Role.EDITOR),
  DECIDE("decide on suggestions", Role.REVIEWER),
  APPROVE("approve passages", Role.REVIEWER),
  RUN_JOB("run plugins on a whole project", Role.REVIEWER),
  KEEP_RULES("change the rules of this project for variant characters", Role.REVIEWER),
  REVERT("revert changes", Role.REVIEWER),
  IMPORT_DOCUMENT("add documents to this project", Role.MANAGER),
  ASSIGN("give out work", Role.MANAGER),
  KEEP_VERSIONS("change versions that others named", Role.MANAGER),
  KEEP_REVIEW("change how this project reviews", Role.MANAGER),
  KEEP_CONSENT("let texts of this project go to other machines", Role.MANAGER),
  KEEP_MEMBERS("change who belongs to this project", Role.MANAGER);

  private final String words;
  private final Role least;

  Permission(String words, Role least) {
    this.words = words;
    this.least = least;
  }

  /** What may be done, as it stands behind "may". */
  public String words() {
    return words;
  }

  /** The right as it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The right for a written word; empty for any other word. */
  public static Optional<Permission> of(String word) {
    return Arrays.stream(values()).filter(right -> right.word().equals(word)).findFirst();
  }

  /** The least role that has this right. */
  public Role least() {
    return least;
  }

  /**
   * Why somebody with the given role may not do this; empty when they may. No role at all means
   * that they are no member.
   */
  public Optional<String> refusal(Optional<Role> role) {
    if (role.isEmpty()) {
      return Optional.of("only members of the project may " + words);
    }
    if (!role.get().includes(least)) {
      return Optional.of(
          "%s may not %s; it takes %s"
              .formatted(role.get().withArticle(), words, least.withArticle()));
    }
    return Optional.empty();
  }
}
