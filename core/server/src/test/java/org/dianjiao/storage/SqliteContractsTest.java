package org.dianjiao.storage;

import org.junit.jupiter.api.Nested;

/** SQLite keeps every contract. */
class SqliteContractsTest {

  @Nested
  class Log extends ChangeLogContract {
    Log() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class States extends SnapshotsContract {
    States() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class People extends AccountsContract {
    People() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Browsers extends SignInsContract {
    Browsers() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Programs extends ApiTokensContract {
    Programs() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Guests extends InvitationsContract {
    Guests() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Strangers extends ExternalIdentitiesContract {
    Strangers() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Shelves extends ProjectsContract {
    Shelves() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Names extends VersionsContract {
    Names() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Opening extends DatabaseContract {
    Opening() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Infirmary extends QuarantineContract {
    Infirmary() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Ledgers extends AuditContract {
    Ledgers() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Work extends AssignmentsContract {
    Work() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Labour extends JobsContract {
    Labour() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Shelf extends OffersContract {
    Shelf() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Lore extends LessonsContract {
    Lore() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Counts extends TalliesContract {
    Counts() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Blinds extends BlindRoundsContract {
    Blinds() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Permissions extends ConsentsContract {
    Permissions() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Foundry extends GlyphsContract {
    Foundry() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Characters extends VariantRulesContract {
    Characters() {
      super(SqliteStore::new);
    }
  }

  @Nested
  class Registry extends AuthorityFilesContract {
    Registry() {
      super(SqliteStore::new);
    }
  }
}
