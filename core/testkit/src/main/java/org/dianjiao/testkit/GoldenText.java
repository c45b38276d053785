package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.plugin.PluginRefused;

/**
 * A text of which its author knows what has to be proposed: {@code first.txt} and {@code
 * first.expected.json}.
 *
 * @param sample the whole text
 * @param precision share of the proposals that have to be among those that must be there
 * @param recall share of those that must be there which have to be proposed
 * @param must what has to be proposed
 * @param mustNot what must never be
 */
record GoldenText(
    Sample sample, double precision, double recall, List<Place> must, List<Place> mustNot) {

  private static final String EXPECTED = ".expected.json";

  /** The file as it is written. */
  private record Form(
      Optional<Double> precision, Optional<Double> recall, List<Entry> must, List<Entry> mustNot) {}

  /** Words of the text: at a place, or wherever they stand when no place is named. */
  private record Entry(
      Optional<String> category, String text, Optional<Integer> start, Optional<String> label) {}

  /**
   * Something at one place.
   *
   * @param category that a proposal has to have; any when empty
   * @param label of its best candidate; any when empty
   */
  record Place(TextRange range, Optional<String> category, Optional<String> label) {

    /** Whether a proposal is this. */
    boolean is(Proposal proposal) {
      return proposal.range().equals(range)
          && category.map(proposal.category()::equals).orElse(true)
          && label.map(proposal.best().label()::equals).orElse(true);
    }

    /** In words, for a person. */
    String words(String text) {
      return "%s\"%s\" at %d%s"
          .formatted(
              category.map(name -> name + " ").orElse(""),
              range.of(text),
              range.start(),
              label.map(name -> " as " + name).orElse(""));
    }
  }

  /**
   * All of a folder, by name.
   *
   * @throws PluginRefused when one cannot be understood, or names what its text has not
   */
  static List<GoldenText> in(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + EXPECTED)) {
      found.forEach(files::add);
    }
    files.sort(null);
    List<GoldenText> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(read(file));
    }
    return texts;
  }

  private static GoldenText read(Path expected) throws IOException {
    String name = expected.getFileName().toString();
    Path file = expected.resolveSibling(name.replace(EXPECTED, ".txt"));
    if (!Files.isRegularFile(file)) {
      throw new PluginRefused(name + " has no text " + file.getFileName() + " beside it");
    }
    String text = GivenText.read(Files.readAllBytes(file)).text();
    try {
      Form form = Json.readSettings(Files.readString(expected), Form.class);
      return new GoldenText(
          new Sample(file.getFileName().toString(), text),
          share(form.precision()),
          share(form.recall()),
          places(form.must(), text),
          places(form.mustNot(), text));
    } catch (MalformedJson | PluginRefused fault) {
      throw new PluginRefused(name + ": " + fault.getMessage());
    }
  }

  private static double share(Optional<Double> floor) {
    double share = floor.orElse(1.0);
    if (!(share >= 0 && share <= 1)) {
      throw new PluginRefused("a floor of " + share + " is outside 0–1");
    }
    return share;
  }

  private static List<Place> places(List<Entry> entries, String text) {
    List<Place> places = new ArrayList<>();
    for (Entry entry : entries) {
      for (int start : starts(entry, text)) {
        TextRange range = new TextRange(start, start + entry.text().length());
        places.add(new Place(range, entry.category(), entry.label()));
      }
    }
    return List.copyOf(places);
  }

  private static List<Integer> starts(Entry entry, String text) {
    if (entry.text() == null) {
      throw new PluginRefused("an entry names no text");
    }
    if (entry.start().isPresent()) {
      int start = entry.start().get();
      if (start < 0 || start > text.length() || !text.startsWith(entry.text(), start)) {
        throw new PluginRefused(
            "\"%s\" does not stand at %d".formatted(entry.text(), entry.start().get()));
      }
      return List.of(start);
    }
    if (entry.text().isEmpty()) {
      throw new PluginRefused("a place to insert needs its start");
    }
    List<Integer> starts = new ArrayList<>();
    int start = text.indexOf(entry.text());
    while (start >= 0) {
      starts.add(start);
      start = text.indexOf(entry.text(), start + 1);
    }
    if (starts.isEmpty()) {
      throw new PluginRefused("\"%s\" stands nowhere in the text".formatted(entry.text()));
    }
    return starts;
  }
}
