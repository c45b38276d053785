package org.dianjiao.storage;

/** Everything that the doors of this room throw on purpose; the message can be shown to a user. */
public abstract sealed class StorageException extends RuntimeException
    permits UnknownDocument,
        UnknownProject,
        UnknownRevision,
        UnknownAccount,
        NameTaken,
        InvitationRefused,
        IdentityTaken,
        EntryChanged,
        DatabaseLocked,
        StorageFailure {

  private static final long serialVersionUID = 1L;

  StorageException(String message) {
    super(message);
  }

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
