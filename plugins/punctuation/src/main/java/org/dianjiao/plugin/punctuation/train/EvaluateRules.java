package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.punctuation.PunctuationPlugin;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;

/** The command that measures what the plugin adds to its model, and writes the report on it. */
public final class EvaluateRules {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "texts", "../shared/texts",
          "plugin-data", "plugins/punctuation/data",
          "seed", "1858",
          "report", "plugins/punctuation/RULES.md");

  private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十百]+[条條款].{4,}");

  /** No pause is held to be less likely, or surer, than this. */
  private static final double LEAST = 1e-6;

  private final Options options;
  private final Path data;
  private final PassageReader reader;
  private final CharacterTable table;

  private EvaluateRules(Options options) throws IOException {
    this.options = options;
    this.data = Path.of(options.text("data"));
    this.table = CharacterTable.read(data.resolve("t2s-chars.tsv"));
    this.reader = new PassageReader(table);
  }

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    EvaluateRules rules = new EvaluateRules(options);
    String text =
        "# Report on what the plugin adds to its model\n\nWritten by `EvaluateRules`.\n\n"
            + rules.proofreading()
            + rules.density()
            + rules.articles()
            + rules.lostQuotes()
            + rules.bothScripts();
    Files.writeString(Path.of(options.text("report")), text);
    System.out.print(text);
  }

  private String proofreading() throws IOException {
    PlantedFaults faults = new PlantedFaults((long) options.number("seed"));
    List<Passage> passages = reader.read(data.resolve("dev.tsv.xz"));
    try (Analyzer analyzer = started("proofread", "auto", 0.5)) {
      for (int i = 0; i < passages.size(); i += 2) {
        Passage passage = passages.get(i);
        byte[] faulty = faults.plant(passage);
        String after = Accepted.all(analyzer, marked(passage, faulty));
        faults.count(passage.labels(), faulty, parsed(after).labels());
      }
    }
    StringBuilder lines =
        new StringBuilder("## Proofreading\n\nEvery other passage of `dev`, with faults.\n\n");
    lines.append("| fault | planted | found | rightly corrected |\n| --- | --- | --- | --- |\n");
    for (PlantedFaults.Fault fault : PlantedFaults.Fault.values()) {
      lines.append(
          said(
              "| %s | %,d | %.2f | %.2f |%n",
              fault.name().toLowerCase(Locale.ROOT),
              faults.found(fault).wanted(),
              faults.found(fault).recall(),
              faults.corrected(fault).recall()));
    }
    return lines
        .append(
            said(
                "%nOf %,d gaps in which something was proposed %.2f have a fault, and %.2f have the"
                    + " edition's mark afterwards.%n%n",
                faults.changed(), faults.atFaults(), faults.rightly()))
        .toString();
  }

  private String density() throws IOException {
    StringBuilder lines = new StringBuilder("## Density\n\nMean loss of pauses in nats a gap, ");
    lines.append("where the two paragraphs above are punctuated.\n\n");
    lines.append("| passages | gaps | `normal` | `auto` |\n| --- | --- | --- | --- |\n");
    for (String file : List.of("dev.tsv.xz", "seed002.gold.tsv", "seeds.gold.tsv")) {
      double[] normal = loss(file, "normal");
      double[] auto = loss(file, "auto");
      lines.append(said("| %s | %,.0f | %.4f | %.4f |%n", file, normal[1], normal[0], auto[0]));
    }
    return lines.append('\n').toString();
  }

  /** Mean loss of pauses, and of how many gaps. */
  private double[] loss(String file, String density) throws IOException {
    double sum = 0;
    long gaps = 0;
    try (Analyzer analyzer = started("punctuate", density, LEAST)) {
      for (List<Passage> work : reader.works(data.resolve(file)).values()) {
        for (int i = 2; i < work.size(); i++) {
          Passage passage = work.get(i);
          String above = marked(work.get(i - 2)) + "\n" + marked(work.get(i - 1)) + "\n";
          for (Map.Entry<Integer, Double> pause : pauses(analyzer, above, passage).entrySet()) {
            double p = Math.min(1 - LEAST, Math.max(LEAST, pause.getValue()));
            sum -= Math.log(passage.labels()[pause.getKey()] == 0 ? 1 - p : p);
            gaps++;
          }
        }
      }
    }
    return new double[] {sum / gaps, gaps};
  }

  /** How likely a pause is, by gap; gaps in which a quotation is offered say nothing. */
  private static Map<Integer, Double> pauses(Analyzer analyzer, String above, Passage passage)
      throws IOException {
    String bare = new String(passage.codes(), 0, passage.size());
    TextRange focus = new TextRange(above.length(), above.length() + bare.length());
    Map<Integer, Double> pauses = new HashMap<>();
    for (Proposal proposal : Accepted.proposals(analyzer, above + bare, focus)) {
      int place = proposal.range().start() - above.length();
      int gap = bare.codePointCount(0, Math.max(0, place)) - 1;
      if (proposal.category().equals("mark") && gap >= 0 && gap < passage.size() - 1) {
        pauses.put(gap, proposal.candidates().stream().mapToDouble(Candidate::confidence).sum());
      }
    }
    return pauses;
  }

  private String articles() throws IOException {
    int wanted = 0;
    int right = 0;
    try (Analyzer analyzer = started("punctuate", "auto", 0.5)) {
      for (Passage passage : reader.read(data.resolve("seeds.gold.tsv"))) {
        String bare = new String(passage.codes(), 0, passage.size());
        if (!ARTICLE.matcher(bare).matches()) {
          continue;
        }
        int gap = bare.codePointCount(0, end(bare));
        if (passage.labels()[gap - 1] == Mark.COLON.label()) {
          wanted++;
          byte[] labels = parsed(Accepted.all(analyzer, bare)).labels();
          right += labels[gap - 1] == Mark.COLON.label() ? 1 : 0;
        }
      }
    }
    return said(
        "## Articles\n\n第三条 with its text behind it: %d of %d get their ：.%n%n", right, wanted);
  }

  private static int end(String bare) {
    return Stream.of("条", "條", "款").mapToInt(bare::indexOf).filter(i -> i > 0).min().orElse(0) + 1;
  }

  private String lostQuotes() throws IOException {
    int spaces = 0;
    int proposed = 0;
    try (Stream<Path> files = Files.list(Path.of(options.text("texts")));
        Analyzer analyzer = started("punctuate", "auto", 0.5)) {
      for (Path file :
          files.filter(path -> path.getFileName().toString().startsWith("000")).toList()) {
        String text = Files.readString(file);
        spaces += (int) text.chars().filter(unit -> unit == ' ').count();
        proposed +=
            (int)
                Accepted.proposals(analyzer, text, new TextRange(0, text.length())).stream()
                    .filter(one -> one.range().of(text).equals(" "))
                    .count();
      }
    }
    return said("## Lost quotation marks\n\n%d of the %d spaces of text 000.%n", proposed, spaces);
  }

  private static String marked(Passage passage) {
    return marked(passage, passage.labels());
  }

  /** The characters of a passage with these marks, without quotation marks. */
  private static String marked(Passage passage, byte[] labels) {
    StringBuilder text = new StringBuilder();
    for (int gap = 0; gap < passage.size(); gap++) {
      text.appendCodePoint(passage.codes()[gap]).append(Mark.ALL.get(labels[gap]).text());
    }
    return text.toString();
  }

  private Passage parsed(String text) {
    return Passage.parse("\t\t\t\t\t0\t" + text, table).orElseThrow();
  }

  private static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The passages written with traditional characters: each one that the table leads back from. */
  private String bothScripts() throws IOException {
    Map<Integer, Integer> traditional = new HashMap<>();
    for (String line : Files.readAllLines(data.resolve("t2s-chars.tsv"))) {
      int[] codes = line.codePoints().toArray();
      traditional.putIfAbsent(codes[2], codes[0]);
    }
    long gaps = 0;
    long characters = 0;
    long unlike = 0;
    try (Analyzer analyzer = started("punctuate", "auto", 0.5)) {
      for (Passage passage : reader.read(data.resolve("test-public.tsv.xz"))) {
        String bare = new String(passage.codes(), 0, passage.size());
        int[] other = bare.codePoints().map(c -> traditional.getOrDefault(c, c)).toArray();
        String written = new String(other, 0, other.length);
        byte[] one = parsed(Accepted.all(analyzer, bare)).labels();
        byte[] two = parsed(Accepted.all(analyzer, written)).labels();
        for (int gap = 0; gap < one.length; gap++) {
          gaps++;
          characters += other[gap] == passage.codes()[gap] ? 0 : 1;
          unlike += one[gap] == two[gap] ? 0 : 1;
        }
      }
    }
    return said(
        "%n## Both scripts%n%n`test-public`, once simplified and once with %,d characters made"
            + " traditional: other marks in %d of %,d gaps.%n",
        characters, unlike, gaps);
  }

  private Analyzer started(String mode, String density, double minConfidence) throws IOException {
    Path folder = Path.of(options.text("plugin-data"));
    return new PunctuationPlugin()
        .start(Simulated.delivered(folder, folder, false).with(mode, density, minConfidence));
  }
}
