package org.dianjiao.document;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.annotation.Annotations;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.InvalidEffect.Problem;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.CommentThread;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;

/**
 * One text and all that persons decided about it, at one revision. Immutable: {@link #apply} gives
 * the next state. A document is the fold of its changes over {@link #empty}, so whoever has the log
 * has the document.
 */
public final class Document {

  private final long revision;
  private final Text text;
  private final Annotations annotations;
  private final Anchors<Suggestion> proposals;
  private final Standing standing;
  private final Talks talks;
  private final Set<String> rejected;

  private Document(
      long revision,
      Text text,
      Annotations annotations,
      Anchors<Suggestion> proposals,
      Standing standing,
      Talks talks,
      Set<String> rejected) {
    this.revision = revision;
    this.text = text;
    this.annotations = annotations;
    this.proposals = proposals;
    this.standing = standing;
    this.talks = talks;
    this.rejected = rejected;
  }

  /** The document before its first change: revision 0, no text. */
  public static Document empty() {
    return new Document(
        0, Text.EMPTY, Annotations.empty(), Anchors.empty(), Standing.NONE, Talks.NONE, Set.of());
  }

  /** A document as a snapshot kept it. */
  public static Document of(long revision, DocumentState state) {
    List<Anchors.Entry<Suggestion>> proposals =
        state.proposals().stream().map(p -> new Anchors.Entry<>(p.id(), p.anchor(), p)).toList();
    return new Document(
        revision,
        state.text(),
        Annotations.of(state.annotations()),
        Anchors.of(proposals),
        Standing.of(state.approvals(), state.ready(), state.drawn()),
        Talks.of(state.threads()),
        Set.copyOf(state.rejected()));
  }

  /** This document as a snapshot keeps it. */
  public DocumentState state() {
    return new DocumentState(
        text,
        annotations(),
        proposals(),
        approvals(),
        ready(0, text.length()),
        standing.drawn().stream().sorted().toList(),
        threads(),
        rejected.stream().sorted().toList());
  }

  /** How many changes lie behind this state. */
  public long revision() {
    return revision;
  }

  /** The text. */
  public Text text() {
    return text;
  }

  /** All annotations, in the order of their places. */
  public List<Annotation> annotations() {
    return annotations.stream().toList();
  }

  /** The annotations that touch a range. */
  public List<Annotation> annotations(int from, int to) {
    return annotations.in(from, to);
  }

  /** The first of the annotations that touch a range, by start. */
  public List<Annotation> annotations(int from, int to, int most) {
    return annotations.in(from, to, most);
  }

  /** The first of the annotations whose text is gone, by place. */
  public List<Annotation> orphans(int most) {
    return annotations.orphans(most);
  }

  /** How many annotations there are whose text is gone. */
  public int orphanCount() {
    return annotations.orphanCount();
  }

  /** Whether there is such an annotation. */
  public boolean hasAnnotation(String id) {
    return annotations.get(id).isPresent();
  }

  /** The annotation with an id. */
  public Optional<Annotation> annotation(String id) {
    return annotations.get(id);
  }

  /** How many annotations there are. */
  public int annotationCount() {
    return annotations.size();
  }

  /** What persons proposed and nobody decided yet. */
  public List<Suggestion> proposals() {
    return proposals.stream().map(entry -> entry.value().at(entry.anchor())).toList();
  }

  /** A person's proposal that nobody decided yet. */
  public Optional<Suggestion> proposal(String id) {
    return proposals.get(id).map(entry -> entry.value().at(entry.anchor()));
  }

  /** How many proposals of persons wait for a decision. */
  public int proposalCount() {
    return proposals.size();
  }

  /** The approvals that hold. */
  public List<Approval> approvals() {
    return standing.approvalList();
  }

  /** The approvals that hold and touch a range. */
  public List<Approval> approvals(int from, int to) {
    return standing.approvals(from, to);
  }

  /** Whether an approval waits for a blind review: only who gave it may be told of it. */
  public boolean isDrawn(String approval) {
    return standing.drawn().contains(approval);
  }

  /** The approvals that the last change voided, where their passages are after it. */
  public List<Approval> lapsed() {
    return standing.lapsed();
  }

  /** What holds of words that passages are ready, and touches a range. */
  public List<Readiness> ready(int from, int to) {
    return standing.ready(from, to);
  }

  /** What people talk about. */
  public List<CommentThread> threads() {
    return talks.list();
  }

  /** Whether a person rejected this before, in the same context. */
  public boolean rejected(String fingerprint) {
    return rejected.contains(fingerprint);
  }

  /**
   * The state after one more change.
   *
   * @throws IllegalArgumentException when the change does not fit the text
   * @throws InvalidEffect when an effect names what is not there
   * @throws IllegalStateException when it is not the next revision
   */
  public Document apply(Change change) {
    if (change.revision() != revision + 1) {
      throw new IllegalStateException(
          "change leads to revision " + change.revision() + ", but this is " + revision);
    }
    Step step = new Step(this, change);
    change.effects().forEach(step::apply);
    return step.done();
  }

  /** The work of one change; lives as long as {@link #apply} runs. */
  private static final class Step {

    private final Change change;
    private final Text text;
    private Annotations annotations;
    private Anchors<Suggestion> proposals;
    private Standing standing;
    private Talks talks;
    private final Set<String> rejectedBefore;
    private Optional<Set<String>> rejectedNow = Optional.empty();

    Step(Document before, Change change) {
      ChangeSet changes = change.changes();
      this.change = change;
      this.text = changes.apply(before.text);
      this.annotations = before.annotations.map(changes);
      this.proposals = before.proposals.map(changes).anchors();
      this.standing = before.standing.map(changes);
      this.talks = before.talks.map(changes);
      this.rejectedBefore = before.rejected;
    }

    Document done() {
      Set<String> rejected = rejectedNow.map(Set::copyOf).orElse(rejectedBefore);
      return new Document(
          change.revision(), text, annotations, proposals, standing, talks, rejected);
    }

    /** Copied once for a change, which may reject thousands. */
    private Set<String> rejected() {
      if (rejectedNow.isEmpty()) {
        rejectedNow = Optional.of(new HashSet<>(rejectedBefore));
      }
      return rejectedNow.get();
    }

    void apply(Effect effect) {
      if (effect instanceof Effect.AddAnnotation add) {
        add(new Annotation(add.id(), add.anchor(), add.body(), change.author()));
      } else if (effect instanceof Effect.RestoreAnnotation back) {
        add(new Annotation(back.id(), back.anchor(), back.body(), back.author()));
      } else if (effect instanceof Effect.EditAnnotation edit) {
        edit(edit);
      } else if (effect instanceof Effect.MoveAnnotation move) {
        move(move);
      } else if (effect instanceof Effect.RemoveAnnotation remove) {
        standing = standing.touched(annotation(remove.id()).anchor());
        annotations = annotations.remove(remove.id());
      } else if (effect instanceof Effect.Propose propose) {
        propose(propose);
      } else if (effect instanceof Effect.ReviseProposal revise) {
        revise(revise);
      } else if (effect instanceof Effect.WithdrawProposal withdraw) {
        withdraw(withdraw);
      } else if (effect instanceof Effect.Decide decide) {
        decide(decide.verdict());
      } else if (effect instanceof Effect.Reopen reopen) {
        reopen(reopen.suggestion());
      } else if (effect instanceof TalkEffect talk) {
        talks = talks.after(talk, change, text.length());
      } else {
        standing = standing.after(effect, change, text.length());
      }
    }

    private void add(Annotation annotation) {
      inside(annotation.anchor());
      if (annotations.get(annotation.id()).isPresent()) {
        throw new InvalidEffect(
            Problem.DUPLICATE_ID, "there is an annotation " + annotation.id() + " already");
      }
      annotations = annotations.add(annotation);
      standing = standing.touched(annotation.anchor());
    }

    private void edit(Effect.EditAnnotation edit) {
      Annotation old = annotation(edit.id());
      annotations = annotations.edit(old.id(), edit.body());
      standing = standing.touched(old.anchor());
    }

    private void move(Effect.MoveAnnotation move) {
      inside(move.anchor());
      Annotation old = annotation(move.id());
      annotations =
          annotations
              .remove(old.id())
              .add(new Annotation(old.id(), move.anchor(), old.body(), old.author()));
      standing = standing.touched(old.anchor());
      standing = standing.touched(move.anchor());
    }

    private void propose(Effect.Propose propose) {
      inside(propose.anchor());
      if (proposals.get(propose.id()).isPresent()) {
        throw new InvalidEffect(
            Problem.DUPLICATE_ID, "there is a proposal " + propose.id() + " already");
      }
      Suggestion proposal =
          Suggestion.proposed(
              propose.id(),
              propose.anchor(),
              change.author(),
              propose.category(),
              text.slice(propose.start(), propose.end()),
              propose.candidates(),
              propose.explanation());
      proposals = proposals.put(proposal.id(), propose.anchor(), proposal);
    }

    private void revise(Effect.ReviseProposal revise) {
      inside(revise.anchor());
      Suggestion revised =
          ownProposal(revise.id())
              .revised(
                  change.revision(),
                  revise.anchor(),
                  text.slice(revise.start(), revise.end()),
                  revise.candidates(),
                  revise.explanation());
      proposals = proposals.put(revised.id(), revise.anchor(), revised);
    }

    private void withdraw(Effect.WithdrawProposal withdraw) {
      proposals = proposals.remove(ownProposal(withdraw.id()).id());
    }

    private Suggestion ownProposal(String id) {
      Suggestion proposal =
          proposals
              .get(id)
              .orElseThrow(
                  () -> new InvalidEffect(Problem.UNKNOWN_PROPOSAL, "there is no proposal " + id))
              .value();
      if (!proposal.maker().isPerson(change.author())) {
        throw new InvalidEffect(Problem.NOT_YOURS, "proposal " + id + " is somebody else's");
      }
      return proposal;
    }

    private void decide(Verdict verdict) {
      Suggestion suggestion = verdict.suggestion();
      boolean skipped = verdict.outcome() == Outcome.SKIPPED;
      if (!skipped && proposals.get(suggestion.id()).isPresent()) {
        proposals = proposals.remove(suggestion.id());
      }
      if (verdict.outcome() == Outcome.REJECTED) {
        rejected().add(suggestion.fingerprint());
      }
    }

    private void reopen(Suggestion suggestion) {
      inside(suggestion.anchor());
      if (suggestion.maker() instanceof Maker.ByPerson
          && proposals.get(suggestion.id()).isEmpty()) {
        proposals = proposals.put(suggestion.id(), suggestion.anchor(), suggestion);
      }
      rejected().remove(suggestion.fingerprint());
    }

    private Annotation annotation(String id) {
      return annotations
          .get(id)
          .orElseThrow(
              () -> new InvalidEffect(Problem.UNKNOWN_ANNOTATION, "there is no annotation " + id));
    }

    private void inside(Anchor anchor) {
      if (anchor.end() > text.length()) {
        throw new InvalidEffect(
            Problem.OUTSIDE,
            "range %d–%d ends behind the text of %d units"
                .formatted(anchor.start(), anchor.end(), text.length()));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document document
        && revision == document.revision
        && state().equals(document.state());
  }

  @Override
  public int hashCode() {
    return Objects.hash(revision, text);
  }

  @Override
  public String toString() {
    return "Document at revision %d, %d units, %d annotations"
        .formatted(revision, text.length(), annotations.size());
  }
}
