package org.dianjiao.storage;

import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps every contract. */
class PostgresqlContractsTest {

  @Nested
  class Log extends ChangeLogContract {
    Log() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class States extends SnapshotsContract {
    States() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class People extends AccountsContract {
    People() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Browsers extends SignInsContract {
    Browsers() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Programs extends ApiTokensContract {
    Programs() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Guests extends InvitationsContract {
    Guests() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Strangers extends ExternalIdentitiesContract {
    Strangers() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Shelves extends ProjectsContract {
    Shelves() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Names extends VersionsContract {
    Names() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Opening extends DatabaseContract {
    Opening() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Infirmary extends QuarantineContract {
    Infirmary() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Ledgers extends AuditContract {
    Ledgers() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Work extends AssignmentsContract {
    Work() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Labour extends JobsContract {
    Labour() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Shelf extends OffersContract {
    Shelf() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Lore extends LessonsContract {
    Lore() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Counts extends TalliesContract {
    Counts() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Blinds extends BlindRoundsContract {
    Blinds() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Permissions extends ConsentsContract {
    Permissions() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Foundry extends GlyphsContract {
    Foundry() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Characters extends VariantRulesContract {
    Characters() {
      super(PostgresqlStore::new);
    }
  }

  @Nested
  class Registry extends AuthorityFilesContract {
    Registry() {
      super(PostgresqlStore::new);
    }
  }
}
