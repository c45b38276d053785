package org.dianjiao.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.FileContent;
import org.dianjiao.bus.Refusal;
import org.dianjiao.plugin.FormatDeclaration;
import org.dianjiao.text.Characters;

/**
 * A plugin writes any document in the formats that it declares, reads back what it wrote, and says
 * in words what is wrong with a file that is none.
 */
final class FormatChecks {

  private static final Locale LANGUAGE = Locale.forLanguageTag("lzh");

  /** What the virtual machine says when a program was not written for what came. */
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "\\w+(Exception|Error)|Cannot .* because .* is null|(Index|Range|begin).* out of bounds.*"
              + "|begin -?\\d+, end .*",
          Pattern.DOTALL);

  private final Subject subject;

  FormatChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    for (FormatDeclaration format : subject.manifest().exports()) {
      checks.add(
          new Check(
              "Formats: writes documents as %s, and they come back".formatted(format.name()),
              () -> writes(format.name())));
    }
    for (FormatDeclaration format : subject.manifest().imports()) {
      checks.add(
          new Check(
              "Formats: says in words what is no %s".formatted(format.name()),
              () -> withstands(format.name())));
    }
    return checks;
  }

  private void writes(String format) {
    int written = 0;
    for (Sample sample : subject.samples()) {
      MarkedText document = document(sample);
      Optional<byte[]> file =
          said(sample.name(), () -> subject.running().writeFile(format, document));
      written += file.isPresent() ? 1 : 0;
      file.filter(content -> reads(format)).ifPresent(content -> returns(format, sample, content));
    }
    Check.require(written > 0, "none of the texts can be written in this format");
  }

  private boolean reads(String format) {
    return subject.manifest().imports().stream().anyMatch(one -> one.name().equals(format));
  }

  private void returns(String format, Sample sample, byte[] content) {
    String text = document(sample).text();
    String back;
    try {
      back = subject.running().readFile(format, "written", FileContent.of(content)).text();
    } catch (Refusal refusal) {
      throw new AssertionError(
          "%s: what it wrote itself: %s".formatted(sample.name(), refusal.getMessage()), refusal);
    }
    int same = 0;
    while (same < Math.min(text.length(), back.length())
        && text.charAt(same) == back.charAt(same)) {
      same++;
    }
    Check.require(
        text.equals(back),
        "%s: a text of %d units is written, one of %d is read; they differ at %d"
            .formatted(sample.name(), text.length(), back.length(), same));
  }

  /** The sample as a document can hold it, with names in it as people mark them. */
  private static MarkedText document(Sample sample) {
    StringBuilder text = new StringBuilder();
    sample.text().codePoints().filter(Characters::isText).forEach(text::appendCodePoint);
    List<Marked> names = new ArrayList<>();
    for (int i = text.indexOf("子曰"); i >= 0; i = text.indexOf("子曰", i + 2)) {
      names.add(new Marked(new TextRange(i, i + 1), new Body.Tag("person")));
      names.add(new Marked(new TextRange(i, i + 2), new Body.Note("謂\n孔子")));
    }
    return new MarkedText("天津", text.toString(), LANGUAGE, names);
  }

  private void withstands(String format) {
    for (HostileFile file : HostileFile.all(written(format))) {
      said(file.name(), () -> subject.running().readFile(format, file.fileName(), file.content()));
    }
  }

  /** A file of the format, when it can be had; else some text. */
  private byte[] written(String format) {
    Sample prose = subject.samples().get(subject.samples().size() - 1);
    boolean writes =
        subject.manifest().exports().stream().anyMatch(one -> one.name().equals(format));
    return writes
        ? said(prose.name(), () -> subject.running().writeFile(format, document(prose)))
            .orElseGet(() -> HostileFile.utf8(prose.text()))
        : HostileFile.utf8(prose.text());
  }

  /** A question about a file. */
  @FunctionalInterface
  private interface Question<R> {
    R put();
  }

  /** Its answer; empty when the plugin says no, in words that a person can read. */
  private static <R> Optional<R> said(String about, Question<R> question) {
    try {
      return Optional.of(question.put());
    } catch (Refusal refusal) {
      String words = refusal.getMessage().replaceFirst("(?s)^plugin \\S+: ", "");
      Check.require(
          refusal.code() == FailureCode.MALFORMED, "%s: %s".formatted(about, refusal.getMessage()));
      Check.require(
          !NO_WORDS.matcher(words).matches(),
          "%s: it says \"%s\", which tells a person nothing".formatted(about, words));
      return Optional.empty();
    }
  }
}
