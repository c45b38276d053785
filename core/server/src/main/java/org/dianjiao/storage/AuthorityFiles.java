package org.dianjiao.storage;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entry;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.NewStep;
import org.dianjiao.entity.Step;

/**
 * The authority files of the server and of its projects, with everything that was done with them
 * and is proposed.
 */
public interface AuthorityFiles {

  /** The name of the server's file; a project's has the id of the project. */
  String SERVER = "";

  /**
   * The entries of a file.
   *
   * @param version the number of its last step; 0 when there was none
   */
  record Whole(long version, List<Entry> entries) {
    /** Copies the entries. */
    public Whole {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What changed in a file.
   *
   * @param version the number of its last step
   * @param changes in their order; one id may be among them more than once
   */
  record Since(long version, List<Change> changes) {
    /** Copies the changes. */
    public Since {
      changes = List.copyOf(changes);
    }
  }

  /** How often a file was changed; 0 when it never was. */
  long version(String file);

  /** All entries of a file, in no order. */
  Whole whole(String file);

  /** What was done after a step. */
  Since since(String file, long version);

  /**
   * Does something with a file.
   *
   * @return the number of the step
   * @throws EntryChanged when an id has something else than the step says; nothing was done
   * @throws UnknownProject when there is no project with this name
   */
  long add(String file, NewStep step);

  /** The newest steps before a number, the newest first. */
  List<Step> steps(String file, long before, int most);

  /** The same of those that changed an id. */
  List<Step> stepsOf(String file, URI id, long before, int most);

  /** One step. */
  Optional<Step> step(String file, long number);

  /** What a step did, by ids. */
  List<Change> changes(String file, long number, int most);

  /**
   * Keeps a proposal.
   *
   * @throws UnknownProject when there is no project with this name
   */
  EntityProposal propose(String file, NewStep step);

  /** The newest proposals of a file, the newest first. */
  List<EntityProposal> proposals(String file, boolean open, int most);

  /** How many are open. */
  int openProposals(String file);

  /** One proposal of a file. */
  Optional<EntityProposal> proposal(String file, String id);

  /**
   * Does what was proposed.
   *
   * @return the number of the step; empty when it was decided before
   * @throws EntryChanged when an id has something else by now; nothing was done
   */
  Optional<Long> accept(String file, EntityProposal proposal, EntityProposal.Decision decision);

  /** Ends a proposal without doing it; whether it was open. */
  boolean end(String file, String proposal, EntityProposal.Decision decision);
}
