package org.dianjiao.durability;

import io.vertx.core.Future;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dianjiao.bus.DocumentCommand.ApprovePassages;
import org.dianjiao.bus.DocumentCommand.SeenPassage;
import org.dianjiao.bus.DocumentCommand.SubmitChanges;
import org.dianjiao.bus.DocumentEvent.ChangesCommitted;
import org.dianjiao.bus.DocumentEvent.HeadTold;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.document.Change;
import org.dianjiao.exchange.Operation;
import org.dianjiao.people.Account;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.MemoryStore;
import org.dianjiao.storage.NewEntry;
import org.dianjiao.storage.Rights;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/** Twelve ways in which a server loses work, each made at a seam of the real one. */
final class Mutants {

  private static final int BUSY = 19;

  private Mutants() {}

  /** Says that a change is stored while it is on its way. */
  static final class AcknowledgesBeforeTheCommit extends Mutation {
    @Override
    Function<Batch, Future<AppendResult>> writer(SimulatedServer server, SimulatedWriter writer) {
      return batch -> {
        writer.append(batch);
        return Future.succeededFuture(new AppendResult.Committed(batch.last(), ""));
      };
    }
  }

  /** Takes what is sent again for something new. */
  static final class DoesNotKnowWhatIsRepeated extends Mutation {
    private final Set<String> seen = new HashSet<>();

    @Override
    Object request(Object command) {
      if (command instanceof SubmitChanges s && !seen.add(s.client() + s.sequence())) {
        String another = "again-%016d".formatted(seen.size());
        seen.add(another);
        return new SubmitChanges(
            s.document(), s.account(), another, 1, s.base(), s.updates(), s.hash());
      }
      return command;
    }
  }

  /** Lets whoever has lost the document write. */
  static final class SkipsTheFence extends Mutation {
    @Override
    ChangeLog log(SimulatedDatabase database) {
      return StandIn.before(database.log(), ChangeLog.class, new Unfenced(database.store()));
    }

    record Unfenced(MemoryStore store) {
      List<AppendResult> append(List<Batch> group) {
        return group.stream()
            .flatMap(batch -> store.log().append(List.of(current(batch))).stream())
            .toList();
      }

      private Batch current(Batch batch) {
        long epoch = store.log().epoch(batch.document());
        return new Batch(batch.document(), epoch, batch.aclVersion(), batch.entries());
      }
    }
  }

  /** Tells everybody what is still on its way to the disk. */
  static final class TellsBeforeTheCommit extends Mutation {
    @Override
    Function<Batch, Future<AppendResult>> writer(SimulatedServer server, SimulatedWriter writer) {
      return batch -> {
        List<Change> changes = batch.entries().stream().map(TellsBeforeTheCommit::change).toList();
        DocumentEvents.tell(
            server.vertx().door(),
            new ChangesCommitted(batch.document(), batch.epoch(), batch.first(), changes));
        return writer.append(batch);
      };
    }

    private static Change change(NewEntry entry) {
      LogEntry stored =
          new LogEntry(
              entry.revision(),
              1,
              entry.author(),
              entry.client(),
              entry.sequence(),
              entry.format(),
              entry.op(),
              entry.opHash(),
              entry.at(),
              "");
      return Operation.read(stored).change();
    }
  }

  /** Leaves out the first of the changes that an edit has to be moved over. */
  static final class RebasesFromOneTooLate extends Mutation {
    private SimulatedDatabase database;

    @Override
    ChangeLog log(SimulatedDatabase simulated) {
      database = simulated;
      return super.log(simulated);
    }

    @Override
    Object request(Object command) {
      if (command instanceof SubmitChanges s && s.base() < database.entries().size()) {
        return new SubmitChanges(
            s.document(),
            s.account(),
            s.client(),
            s.sequence(),
            s.base() + 1,
            s.updates(),
            s.hash());
      }
      return command;
    }
  }

  /** Forgets the last of the changes that it tells, and does not count it. */
  static final class DropsTheLastMessage extends Mutation {
    @Override
    List<Object> published(Object event) {
      if (event instanceof ChangesCommitted e) {
        List<Change> told = e.changes().subList(0, e.changes().size() - 1);
        return told.isEmpty()
            ? List.of()
            : List.of(new ChangesCommitted(e.document(), e.epoch(), e.first(), told));
      }
      if (event instanceof HeadTold e) {
        return List.of(new HeadTold(e.document(), e.epoch(), e.revision() - 1, e.checksum()));
      }
      return super.published(event);
    }
  }

  /** Says that an edit is refused when it does not know. */
  static final class TakesUnknownForFailed extends Mutation {
    @Override
    Throwable failure(Object command, Throwable failure) {
      boolean lost =
          command instanceof SubmitChanges
              && failure instanceof ReplyException reply
              && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE
              && reply.getMessage().contains("could not be written");
      return lost
          ? new ReplyException(ReplyFailure.RECIPIENT_FAILURE, BUSY, "not written")
          : failure;
    }
  }

  /** Does not look whether a used number comes with the same content. */
  static final class LetsNumbersBeReused extends Mutation {
    @Override
    Object request(Object command) {
      return command instanceof SubmitChanges s
          ? new SubmitChanges(
              s.document(), s.account(), s.client(), s.sequence(), s.base(), s.updates(), "same")
          : command;
    }
  }

  /** Commits without a flush, as a write-ahead log does at {@code synchronous=NORMAL}. */
  static final class DoesNotFlush extends Mutation {
    @Override
    boolean flushes() {
      return false;
    }
  }

  /** Reads the head before it takes the document over. */
  static final class ReadsTheHeadTooEarly extends Mutation {
    @Override
    ChangeLog log(SimulatedDatabase database) {
      return StandIn.before(database.log(), ChangeLog.class, new Early(database));
    }

    record Early(SimulatedDatabase database) {
      Head claim(String document, String node) {
        Head early = database.store().log().head(document);
        database.landAll();
        Head claimed = database.log().claim(document, node);
        return new Head(
            document,
            claimed.epoch(),
            early.revision(),
            early.chain(),
            claimed.aclVersion(),
            claimed.timeline());
      }
    }
  }

  /** Takes everybody who has an account for a manager. */
  static final class ForgetsRightsAtTheSocket extends Mutation {
    @Override
    Object projects(MemoryStore store) {
      return new Everybody(store);
    }

    record Everybody(MemoryStore store) {
      Optional<DocumentRow> document(String document) {
        return store.projects().document(document);
      }

      Rights rights(String document) {
        Rights rights = store.rights(document);
        List<Membership> members = new ArrayList<>();
        for (Account account : store.people()) {
          members.add(new Membership(account, Role.MANAGER));
        }
        return new Rights(document, rights.project(), rights.aclVersion(), members);
      }

      ReviewSettings reviewSettings(String project) {
        return store.projects().reviewSettings(project);
      }

      Sampling sampling(String project) {
        return store.projects().sampling(project);
      }
    }
  }

  /** Approves the line that stands there now, whatever was shown. */
  static final class ApprovesByPlaceOnly extends Mutation {
    private SimulatedDatabase database;

    @Override
    ChangeLog log(SimulatedDatabase simulated) {
      database = simulated;
      return super.log(simulated);
    }

    @Override
    Object request(Object command) {
      if (command instanceof ApprovePassages a) {
        Text text = Text.EMPTY;
        for (LogEntry entry : database.entries()) {
          text = Operation.read(entry).change().changes().apply(text);
        }
        Line line = text.lineAt(Math.min(a.passages().get(0).start(), text.length()));
        return new ApprovePassages(
            a.document(),
            a.account(),
            a.client(),
            a.sequence(),
            List.of(
                new SeenPassage(
                    line.start(), line.end(), Frame.seen(text.slice(line.start(), line.end())))));
      }
      return command;
    }
  }
}
