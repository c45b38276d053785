package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Span;
import org.dianjiao.exchange.authority.EntityForm.ExternalForm;

/**
 * An entity as files with one label in each script have it: {@code
 * {"id":"local:P3","type":"person","label":"費岳多羅","label_hans":"费岳多罗","variants":["…"],
 * "latin":"…","dates":"1650-1706","external":[…],"source":"…; …","note":"…"}}. Dates are a year,
 * two years with a hyphen, {@code d. 1703}, or two dates with a slash.
 */
record FlatForm(
    URI id,
    String type,
    String label,
    Optional<String> label_hans,
    List<String> variants,
    Optional<String> latin,
    Optional<String> dates,
    List<ExternalForm> external,
    Optional<String> source,
    Optional<String> note) {

  private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");
  private static final Pattern DIED = Pattern.compile("d\\. (\\d{4})");

  Entity entity(int line) {
    Draft draft = new Draft(line, id, type);
    boolean two = label_hans.isPresent() && !label_hans.get().equals(label);
    draft.label(Label.Kind.PREFERRED, two ? "Hant" : "", label);
    label_hans.ifPresent(simplified -> draft.label(Label.Kind.PREFERRED, "Hans", simplified));
    for (String form : variants) {
      boolean single = form.codePointCount(0, form.length()) == 1;
      draft.label(single ? Label.Kind.ABBREVIATION : Label.Kind.VARIANT, "", form);
    }
    latin.ifPresent(form -> draft.label(Label.Kind.TRANSLITERATION, "Latn", form));
    dates.ifPresent(known -> draft.period(span(known)));
    external.stream()
        .map(ExternalForm::external)
        .forEach(one -> draft.external(one.scheme(), one.id(), one.link(), one.match()));
    source.ifPresent(all -> List.of(all.split("; ", -1)).forEach(draft::source));
    note.ifPresent(draft::note);
    return draft.done();
  }

  private static Span span(String dates) {
    Matcher died = DIED.matcher(dates);
    if (died.matches()) {
      return new Span("", died.group(1));
    }
    Matcher years = YEARS.matcher(dates);
    if (years.matches()) {
      return new Span(years.group(1), years.group(2));
    }
    String[] both = dates.split("/", 2);
    return new Span(both[0], both[both.length - 1]);
  }
}
