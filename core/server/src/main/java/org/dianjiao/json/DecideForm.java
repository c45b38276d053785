package org.dianjiao.json;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Effect;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;

/** A decision is written flat: its verdict is not wrapped once more. */
@JsonSerialize(converter = DecideForm.Writer.class)
@JsonDeserialize(converter = DecideForm.Reader.class)
interface DecideForm {

  /** The form on the wire. */
  @JsonTypeName("decide")
  record Flat(Outcome outcome, int candidate, Optional<Action> correction, Suggestion suggestion) {}

  /** To the wire. */
  final class Writer extends StdConverter<Effect.Decide, Flat> {
    @Override
    public Flat convert(Effect.Decide decide) {
      Verdict verdict = decide.verdict();
      return new Flat(
          verdict.outcome(), verdict.candidate(), verdict.correction(), verdict.suggestion());
    }
  }

  /** From the wire. */
  final class Reader extends StdConverter<Flat, Effect.Decide> {
    @Override
    public Effect.Decide convert(Flat flat) {
      return new Effect.Decide(
          new Verdict(flat.outcome(), flat.candidate(), flat.correction(), flat.suggestion()));
    }
  }
}
