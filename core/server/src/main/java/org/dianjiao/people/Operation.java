package org.dianjiao.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that anybody can ask of the server, in whatever way in: over HTTP, over a WebSocket or
 * on the event bus. Each says what it takes; {@link Authority} is asked for each before it is done,
 * and nothing is answered that is not one of these.
 */
public enum Operation {
  SEE_HEALTH(Need.NOTHING, Thing.SERVER),
  LOAD_PAGES(Need.NOTHING, Thing.SERVER),
  SEE_STATUS(Need.NOTHING, Thing.SERVER),
  CONNECT(Need.NOTHING, Thing.SERVER),
  SET_UP(Need.NOTHING, Thing.SERVER),
  SIGN_IN(Need.NOTHING, Thing.SERVER),
  RECONCILE_OPENLY(Need.NOTHING, Thing.SERVER),

  SEE_RESET_LINK(Need.NOTHING, Thing.SERVER),
  USE_RESET_LINK(Need.NOTHING, Thing.SERVER),
  SEE_INVITATION(Need.NOTHING, Thing.SERVER),
  JOIN(Need.NOTHING, Thing.SERVER),
  BEGIN_OPENID(Need.NOTHING, Thing.SERVER),
  COME_BACK(Need.NOTHING, Thing.SERVER),

  SIGN_OUT(Need.PERSON, Thing.SERVER),
  SEE_PROFILE(Need.PERSON, Thing.SERVER),
  CHANGE_PROFILE(Need.PERSON, Thing.SERVER),
  CHANGE_PASSWORD(Need.PERSON, Thing.SERVER),
  LIST_SIGN_INS(Need.PERSON, Thing.SERVER),
  END_SIGN_IN(Need.PERSON, Thing.SERVER),
  END_OTHER_SIGN_INS(Need.PERSON, Thing.SERVER),
  LIST_TOKENS(Need.PERSON, Thing.SERVER),
  MAKE_TOKEN(Need.PERSON, Thing.SERVER),
  REVOKE_TOKEN(Need.PERSON, Thing.SERVER),
  LINK_IDENTITY(Need.PERSON, Thing.SERVER),
  UNLINK_IDENTITY(Need.PERSON, Thing.SERVER),
  USE_INVITATION(Need.PERSON, Thing.SERVER),

  SEE_ONESELF(Need.SIGNED_IN, Thing.SERVER),
  TAKE_TICKET(Need.SIGNED_IN, Thing.SERVER),
  LIST_PROJECTS(Need.SIGNED_IN, Thing.SERVER),
  LIST_PLUGINS(Need.SIGNED_IN, Thing.SERVER),
  LIST_FORMATS(Need.SIGNED_IN, Thing.SERVER),
  READ_ORTHOGRAPHY(Need.SIGNED_IN, Thing.SERVER),
  LIST_INSTALLED_PLUGINS(Need.SIGNED_IN, Thing.SERVER),
  SEE_PLUGIN_SETTINGS(Need.SIGNED_IN, Thing.SERVER),
  LOOK_UP(Need.SIGNED_IN, Thing.SERVER),
  LOOK_ELSEWHERE(Need.SIGNED_IN, Thing.SERVER),
  SEE_INBOX(Need.SIGNED_IN, Thing.SERVER),
  LEAVE_DOCUMENT(Need.SIGNED_IN, Thing.SERVER),
  LIST_OWN_ASSIGNMENTS(Need.SIGNED_IN, Thing.SERVER),
  SEE_AUTHORITY(Need.SIGNED_IN, Thing.SERVER),
  PROPOSE_TO_AUTHORITY(Need.SIGNED_IN, Thing.SERVER),

  LIST_ACCOUNTS(Permission.KEEP_MEMBERS, Thing.SERVER),
  MAKE_ACCOUNT(Need.ADMINISTRATOR, Thing.SERVER),
  RENAME_ACCOUNT(Need.ADMINISTRATOR, Thing.SERVER),
  SUSPEND_ACCOUNT(Need.ADMINISTRATOR, Thing.SERVER),
  LET_ACCOUNT_IN(Need.ADMINISTRATOR, Thing.SERVER),
  MAKE_RESET_LINK(Need.ADMINISTRATOR, Thing.SERVER),
  LIST_SERVER_INVITATIONS(Need.ADMINISTRATOR, Thing.SERVER),
  READ_AUDIT(Need.ADMINISTRATOR, Thing.SERVER),
  INVITE_TO_SERVER(Need.ADMINISTRATOR, Thing.SERVER),
  REVOKE_SERVER_INVITATION(Need.ADMINISTRATOR, Thing.SERVER),
  CONFIGURE_PLUGIN(Need.ADMINISTRATOR, Thing.SERVER),
  REMOVE_PLUGIN(Need.ADMINISTRATOR, Thing.SERVER),
  LIST_STAGED_PLUGINS(Need.ADMINISTRATOR, Thing.SERVER),
  USE_PLUGIN_VERSION(Need.ADMINISTRATOR, Thing.SERVER),
  DISCARD_STAGED_PLUGIN(Need.ADMINISTRATOR, Thing.SERVER),
  COMPARE_PLUGINS(Need.ADMINISTRATOR, Thing.PROJECT),
  SEE_COMPARISON(Need.ADMINISTRATOR, Thing.PROJECT),
  MAKE_PROJECT(Need.ADMINISTRATOR, Thing.SERVER),
  CHANGE_AUTHORITY(Need.ADMINISTRATOR, Thing.SERVER),
  DECIDE_ON_AUTHORITY(Need.ADMINISTRATOR, Thing.SERVER),
  LIFT_QUARANTINE(Need.ADMINISTRATOR, Thing.DOCUMENT),

  SEE_PROJECT(Permission.READ_DOCUMENT, Thing.PROJECT),
  SET_ROLE(Permission.KEEP_MEMBERS, Thing.PROJECT),
  SEE_PROJECT_REVIEW(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_PROJECT_REVIEW(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  SET_REVIEW(Permission.KEEP_REVIEW, Thing.PROJECT),
  SEE_CONSENTS(Permission.READ_DOCUMENT, Thing.PROJECT),
  GIVE_CONSENT(Permission.KEEP_CONSENT, Thing.PROJECT),
  TAKE_BACK_CONSENT(Permission.KEEP_CONSENT, Thing.PROJECT),
  SEE_VARIANT_RULES(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_VARIANT_RULES(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  CHANGE_VARIANT_RULES(Permission.KEEP_RULES, Thing.PROJECT),
  FOLLOW_VARIANT_RULES(Permission.DECIDE, Thing.PROJECT),
  SEE_CONSISTENCY(Permission.READ_DOCUMENT, Thing.PROJECT),
  FIND_OCCURRENCES(Permission.READ_DOCUMENT, Thing.PROJECT),
  ANNOTATE_OCCURRENCES(Permission.ANNOTATE, Thing.PROJECT),
  LIST_SWEEPS(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_SWEEP(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  UNDO_SWEEP(Permission.ANNOTATE, Thing.PROJECT),
  UNDO_OTHERS_SWEEP(Permission.REVERT, Thing.PROJECT),
  SEE_PROJECT_AUTHORITY(Permission.READ_DOCUMENT, Thing.PROJECT),
  PROPOSE_TO_PROJECT_AUTHORITY(Permission.PROPOSE, Thing.PROJECT),
  CHANGE_PROJECT_AUTHORITY(Permission.KEEP_ENTITIES, Thing.PROJECT),
  DECIDE_ON_PROJECT_AUTHORITY(Permission.DECIDE, Thing.PROJECT),
  SEE_ASSIGNMENTS(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_ASSIGNMENTS(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  SEE_PROGRESS(Permission.READ_DOCUMENT, Thing.PROJECT),
  SEARCH(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_PROGRESS(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  SEE_MENTIONS(Permission.READ_DOCUMENT, Thing.PROJECT),
  EXPORT_MENTIONS(Permission.EXPORT_DOCUMENT, Thing.PROJECT),
  LIST_GLYPHS(Permission.READ_DOCUMENT, Thing.PROJECT),
  ADD_GLYPH(Permission.ANNOTATE, Thing.PROJECT),
  CHANGE_GLYPH(Permission.ANNOTATE, Thing.PROJECT),
  REMOVE_GLYPH(Permission.ANNOTATE, Thing.PROJECT),
  LIST_JOBS(Permission.READ_DOCUMENT, Thing.PROJECT),
  START_JOB(Permission.RUN_JOB, Thing.PROJECT),
  STEP_JOB(Permission.RUN_JOB, Thing.PROJECT),
  READ_JOB_REPORT(Permission.READ_DOCUMENT, Thing.PROJECT),
  REMOVE_MEMBER(Permission.KEEP_MEMBERS, Thing.PROJECT),
  LIST_INVITATIONS(Permission.KEEP_MEMBERS, Thing.PROJECT),
  INVITE(Permission.KEEP_MEMBERS, Thing.PROJECT),
  REVOKE_INVITATION(Permission.KEEP_MEMBERS, Thing.PROJECT),
  IMPORT_DOCUMENT(Permission.IMPORT_DOCUMENT, Thing.PROJECT),
  LIST_BLIND_ROUNDS(Permission.READ_DOCUMENT, Thing.PROJECT),

  SEE_DOCUMENT(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_HISTORY(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_TIMELINE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_PAST_TEXT(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_DIFFERENCE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_BLAME(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_MARKS(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_DATE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  COLLATE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  MARK_INBOX_READ(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  SEE_REVIEW(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  SEE_QUARANTINE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  EXPORT_DOCUMENT(Permission.EXPORT_DOCUMENT, Thing.DOCUMENT),
  PREVIEW_UNDO(Permission.REVERT, Thing.DOCUMENT),
  PREVIEW_RESTORE(Permission.REVERT, Thing.DOCUMENT),
  PREVIEW_TAKE_MARKS(Permission.EDIT_TEXT, Thing.DOCUMENT),
  LIST_VERSIONS(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  NAME_VERSION(Permission.NAME_VERSION, Thing.DOCUMENT),
  RENAME_VERSION(Permission.NAME_VERSION, Thing.DOCUMENT),
  REMOVE_VERSION(Permission.NAME_VERSION, Thing.DOCUMENT),
  CHANGE_OTHERS_VERSION(Permission.KEEP_VERSIONS, Thing.DOCUMENT),
  SEE_DOCUMENT_ASSIGNMENTS(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  ASSIGN(Permission.ASSIGN, Thing.DOCUMENT),
  CHANGE_ASSIGNMENT(Permission.ASSIGN, Thing.DOCUMENT),
  TAKE_BACK_ASSIGNMENT(Permission.ASSIGN, Thing.DOCUMENT),
  FINISH_ASSIGNMENT(Permission.COMMENT, Thing.DOCUMENT),
  FINISH_OTHERS_ASSIGNMENT(Permission.ASSIGN, Thing.DOCUMENT),
  START_BLIND_ROUND(Permission.KEEP_REVIEW, Thing.DOCUMENT),
  SEE_BLIND_ROUND(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  EXPORT_AGREEMENT(Permission.EXPORT_DOCUMENT, Thing.DOCUMENT),
  FINISH_BLIND_WORK(Permission.PROPOSE, Thing.DOCUMENT),
  RULE_ON_DIFFERENCE(Permission.DECIDE, Thing.DOCUMENT),
  CLOSE_BLIND_ROUND(Permission.DECIDE, Thing.DOCUMENT),
  HAND_OVER_BLIND_ROUND(Permission.KEEP_REVIEW, Thing.DOCUMENT),
  ABANDON_BLIND_ROUND(Permission.KEEP_REVIEW, Thing.DOCUMENT),

  OPEN_DOCUMENT(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  PULL_CHANGES(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_ANNOTATIONS(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  SHOW_PRESENCE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  REPORT_DIVERGENCE(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  PROPOSE(Permission.PROPOSE, Thing.DOCUMENT),
  REVISE_PROPOSAL(Permission.PROPOSE, Thing.DOCUMENT),
  WITHDRAW_PROPOSAL(Permission.PROPOSE, Thing.DOCUMENT),
  EDIT_TEXT(Permission.EDIT_TEXT, Thing.DOCUMENT),
  ADD_ANNOTATION(Permission.ANNOTATE, Thing.DOCUMENT),
  EDIT_ANNOTATION(Permission.ANNOTATE, Thing.DOCUMENT),
  MOVE_ANNOTATION(Permission.ANNOTATE, Thing.DOCUMENT),
  REMOVE_ANNOTATION(Permission.ANNOTATE, Thing.DOCUMENT),
  ANALYZE(Permission.RUN_PLUGIN, Thing.DOCUMENT),
  COMPARE_MARKS(Permission.RUN_PLUGIN, Thing.DOCUMENT),
  DISMISS_SUGGESTIONS(Permission.RUN_PLUGIN, Thing.DOCUMENT),
  RUN_COMMAND(Permission.RUN_PLUGIN, Thing.DOCUMENT),
  STOP_COMMAND(Permission.RUN_PLUGIN, Thing.DOCUMENT),
  LIST_COMMANDS(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  READ_REPORT(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  DECIDE(Permission.DECIDE, Thing.DOCUMENT),
  ADJUDICATE(Permission.DECIDE, Thing.DOCUMENT),
  PREVIEW_VARIANT_RULES(Permission.READ_DOCUMENT, Thing.DOCUMENT),
  APPLY_VARIANT_RULES(Permission.DECIDE, Thing.DOCUMENT),
  TAKE_BACK_SWEEP(Permission.ANNOTATE, Thing.DOCUMENT),
  APPROVE(Permission.APPROVE, Thing.DOCUMENT),
  WITHDRAW_APPROVAL(Permission.APPROVE, Thing.DOCUMENT),
  MARK_READY(Permission.EDIT_TEXT, Thing.DOCUMENT),
  WITHDRAW_READY(Permission.EDIT_TEXT, Thing.DOCUMENT),
  TALK(Permission.COMMENT, Thing.DOCUMENT),
  REVERT(Permission.REVERT, Thing.DOCUMENT),
  RESTORE(Permission.REVERT, Thing.DOCUMENT),
  UNDO(Permission.REVERT, Thing.DOCUMENT),
  TAKE_MARKS(Permission.EDIT_TEXT, Thing.DOCUMENT),
  PUT_MARKS_BACK(Permission.EDIT_TEXT, Thing.DOCUMENT);

  /** What an operation takes. */
  public enum Need {
    /** Anybody may. */
    NOTHING,
    /** One has to be signed in. */
    SIGNED_IN,
    /** One has to be signed in oneself, at a browser; a token is not enough. */
    PERSON,
    /** A right in the project of the thing, or in any project when the thing is the server. */
    RIGHT,
    /** One has to be an administrator of the server. */
    ADMINISTRATOR
  }

  /** What an operation is about. */
  public enum Thing {
    /** The server as a whole. */
    SERVER,
    /** One project. */
    PROJECT,
    /** One document; its project is what the database says, whoever names another. */
    DOCUMENT
  }

  private final Need need;
  private final Thing thing;
  private final Optional<Permission> permission;

  Operation(Need need, Thing thing) {
    this.need = need;
    this.thing = thing;
    this.permission = Optional.empty();
  }

  Operation(Permission permission, Thing thing) {
    this.need = Need.RIGHT;
    this.thing = thing;
    this.permission = Optional.of(permission);
  }

  private static final Set<Operation> AUDITED =
      EnumSet.of(
          SIGN_OUT,
          CHANGE_PASSWORD,
          END_SIGN_IN,
          END_OTHER_SIGN_INS,
          MAKE_TOKEN,
          REVOKE_TOKEN,
          LINK_IDENTITY,
          UNLINK_IDENTITY,
          USE_INVITATION,
          SET_ROLE,
          REMOVE_MEMBER,
          INVITE,
          REVOKE_INVITATION,
          SET_REVIEW,
          EXPORT_PROJECT_REVIEW,
          EXPORT_ASSIGNMENTS,
          EXPORT_PROGRESS,
          EXPORT_MENTIONS,
          ASSIGN,
          CHANGE_ASSIGNMENT,
          TAKE_BACK_ASSIGNMENT,
          FINISH_OTHERS_ASSIGNMENT,
          IMPORT_DOCUMENT,
          EXPORT_DOCUMENT,
          START_BLIND_ROUND,
          EXPORT_AGREEMENT,
          CLOSE_BLIND_ROUND,
          HAND_OVER_BLIND_ROUND,
          ABANDON_BLIND_ROUND,
          REMOVE_VERSION,
          CHANGE_OTHERS_VERSION);

  /** Whether it is written into the audit log before it is done. */
  public boolean isAudited() {
    return need == Need.ADMINISTRATOR || AUDITED.contains(this);
  }

  /** What it takes. */
  public Need need() {
    return need;
  }

  /** What it is about. */
  public Thing thing() {
    return thing;
  }

  /** The right that it takes; empty when it takes none. */
  public Optional<Permission> permission() {
    return permission;
  }

  /** Its name in files: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
