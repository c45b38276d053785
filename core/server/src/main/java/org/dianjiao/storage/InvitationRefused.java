package org.dianjiao.storage;

/** An invitation that cannot be used; the message says why. */
public final class InvitationRefused extends StorageException {

  private static final long serialVersionUID = 1L;

  InvitationRefused(String why) {
    super(why);
  }

  /** The refusal of a secret that is of no invitation. */
  public static InvitationRefused unknown() {
    return new InvitationRefused("there is no such invitation; look whether the link is whole");
  }
}
