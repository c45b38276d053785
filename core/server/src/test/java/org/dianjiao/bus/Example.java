package org.dianjiao.bus;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Effect;
import org.dianjiao.document.MarksOf;
import org.dianjiao.document.PassageEffect;
import org.dianjiao.document.TalkEffect;
import org.dianjiao.people.Role;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;

/**
 * An example of every value that may travel. Records of messages are put together from examples of
 * their components; lists and optionals are full, so that nothing is left untried.
 */
final class Example {

  static final String ID = "an-id-of-16-or-more";

  private static final Proposal PROPOSAL =
      new Proposal(
          "mark",
          new TextRange(1, 3),
          List.of(
              new Candidate(new Replace("𠲽，\n"), 0.75, "，"),
              new Candidate(
                  new Annotate(new Body.Identification(URI.create("local:P0003"), "奕山", "person")),
                  0.25,
                  "奕山")),
          "a pause is likely here",
          List.of(URI.create("https://example.org/a?b=c")));

  private static final Suggestion SUGGESTION =
      Suggestion.of(ID, new Maker.ByPlugin("names", "0.1.0"), PROPOSAL, "奕山", "fingerprint");

  private static final List<Body> BODIES =
      List.of(
          new Body.Tag("person"),
          new Body.Identification(URI.create("local:P0003"), "奕山", "person"),
          new Body.Regularization("炮", "variant"),
          new Body.Glyph("⿰口佛", "𠲽"),
          new Body.Gap("lost", 1),
          new Body.Note("第一行\n第二行"),
          new Body.Date("同治元年八月", "1862-08-25", "1862-09-23", true, ""));

  private static final ChangeSet CHANGES =
      ChangeSet.of(9, List.of(new Edit(1, 2, "一\n二"), new Edit(5, 5, "𠲽")));

  private static final Approval APPROVAL = new Approval(ID, 0, 9, "reviewer", 41, true);

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "天津\"\\\u0001𠲽"),
          Map.entry(Object.class, "annotate"),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L << 53),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2026-11-21T08:00:00.123Z")),
          Map.entry(TextRange.class, new TextRange(2, 5)),
          Map.entry(MarksOf.class, MarksOf.plugin(new Maker.ByPlugin("names", "0.1.0"))),
          Map.entry(Role.class, Role.REVIEWER),
          Map.entry(Decision.Outcome.class, Decision.Outcome.CORRECTED),
          Map.entry(ChangeSet.class, CHANGES),
          Map.entry(Action.class, new Annotate(new Body.Gap("lost", 1))),
          Map.entry(Proposal.class, PROPOSAL),
          Map.entry(Suggestion.class, SUGGESTION),
          Map.entry(
              Verdict.class,
              new Verdict(Decision.Outcome.ACCEPTED, 0, Optional.empty(), SUGGESTION)),
          Map.entry(Body.Identification.class, BODIES.get(1)),
          Map.entry(Body.class, BODIES.get(2)),
          Map.entry(Anchor.class, Anchor.of(2, 4)),
          Map.entry(TalkEffect.class, new TalkEffect.AddComment(ID, ID, "何？", List.of("account"))),
          Map.entry(Approval.class, APPROVAL),
          Map.entry(ByteBuffer.class, ByteBuffer.wrap(new byte[] {0, -1, 65}).asReadOnlyBuffer()),
          Map.entry(
              MarkedText.class,
              new MarkedText(
                  "天津",
                  "奕山奏\n",
                  Locale.forLanguageTag("lzh"),
                  List.of(new Marked(new TextRange(0, 2), BODIES.get(1))))));

  private Example() {}

  /** An example of a record. */
  static <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private static Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    Class<?> plain = (Class<?>) type;
    return VALUES.containsKey(plain) ? VALUES.get(plain) : record(plain);
  }

  private static Object generic(ParameterizedType type) {
    Type[] parts = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return list(parts[0]);
    }
    if (type.getRawType() == Optional.class) {
      return parts[0] == Long.class ? Optional.of(1L) : Optional.of(value(parts[0]));
    }
    if (type.getRawType() == Map.class) {
      return Map.of("an-account", value(parts[1]));
    }
    throw new IllegalStateException("no example of " + type);
  }

  private static List<?> list(Type part) {
    if (part == Effect.class) {
      return effects();
    }
    if (part == Annotation.class) {
      return annotations();
    }
    return List.of(value(part));
  }

  private static List<Annotation> annotations() {
    List<Annotation> all = new ArrayList<>();
    BODIES.forEach(body -> all.add(new Annotation(ID, Anchor.of(1, 2), body, "author")));
    all.add(new Annotation(ID, new Anchor(3, 3, true), BODIES.get(0), "author"));
    return all;
  }

  private static List<Effect> effects() {
    return List.of(
        new Effect.AddAnnotation(ID, 1, 2, false, BODIES.get(1)),
        new Effect.EditAnnotation(ID, BODIES.get(5)),
        new Effect.MoveAnnotation(ID, 3, 3, true),
        new Effect.RemoveAnnotation(ID),
        new Effect.Propose(ID, 1, 3, false, "proposal", PROPOSAL.candidates(), "why"),
        new Effect.ReviseProposal(ID, 1, 3, false, PROPOSAL.candidates(), "why"),
        new Effect.WithdrawProposal(ID),
        new Effect.Decide(new Verdict(Decision.Outcome.ACCEPTED, 1, Optional.empty(), SUGGESTION)),
        new Effect.Decide(
            new Verdict(Decision.Outcome.CORRECTED, -1, Optional.of(new Replace("；")), SUGGESTION)),
        new Effect.Reopen(SUGGESTION),
        new Effect.Approve(ID, 0, 9, false),
        new Effect.WithdrawApproval(ID),
        new PassageEffect.DrawSample(ID),
        new PassageEffect.OpenSample(List.of(APPROVAL)),
        new PassageEffect.MarkReady(ID, 0, 9),
        new PassageEffect.WithdrawReady(ID),
        new TalkEffect.StartThread(ID, 1, 3, false, Optional.of(ID), ID, "何？", List.of("account")),
        new TalkEffect.AddComment(ID, ID, "何？", List.of("account")),
        new TalkEffect.EditComment(ID, ID, "何！", List.of()),
        new TalkEffect.RemoveComment(ID, ID),
        new TalkEffect.ResolveThread(ID),
        new TalkEffect.ReopenThread(ID),
        new Effect.Revert(40),
        new Effect.UndoWork(
            new Deeds(Optional.of("account"), Optional.of("names"), Optional.of("0.1.0"), 2, 40)),
        new Effect.UndoWork(
            new Deeds(Optional.of("account"), Optional.empty(), Optional.empty(), 1, 9)),
        new Effect.TakeMarks(MarksOf.ALL, Optional.empty()),
        new Effect.TakeMarks(MarksOf.SOURCE, Optional.of(new TextRange(2, 5))),
        new Effect.TakeMarks(
            new MarksOf(false, Optional.empty(), Optional.of("names"), Optional.of("0.1.0")),
            Optional.empty()),
        new Effect.Restore(40, Optional.empty()),
        new Effect.Restore(40, Optional.of(new TextRange(2, 5))),
        new Effect.RestoreAnnotation(ID, 1, 2, false, BODIES.get(1), "author"),
        Effect.Import.plain("天津條約"),
        new Effect.Import("天津條約", Optional.of(new Maker.ByPlugin("names", "0.1.0"))));
  }

  /** Put together from examples of its components. */
  private static Object record(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalStateException("no example of " + type.getName());
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Stream.of(components).map(RecordComponent::getGenericType).map(Example::value).toArray();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException fault) {
      throw new IllegalStateException("no example of " + type.getName(), fault);
    }
  }

  /** The kinds of effects that the examples hold. */
  static List<Class<?>> kindsOfEffects() {
    return effects().stream().<Class<?>>map(Object::getClass).distinct().toList();
  }
}
