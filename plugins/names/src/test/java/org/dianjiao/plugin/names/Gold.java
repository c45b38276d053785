package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.ShippedEntities;

/**
 * Names that were marked by hand in stretches of the texts.
 *
 * @param stretches what was read whole
 */
record Gold(List<Mention.Place> stretches, List<Mention> mentions) {

  private static final String FIRST = "001_f183d96e8f8ddfc1.txt";
  private static final String SECOND = "004_6053aa14dc5060ab.txt";
  private static final Pattern LINE =
      Pattern.compile(
          "\"seed\":\"(.*?)\",\"start\":(\\d+),\"end\":(\\d+),\"surface\":\"(.*?)\","
              + "\"type\":\"(.*?)\".*?\"authority_id\":\"(.*?)\"");

  /** The public gold, without the dates. */
  static Gold ofPublic() throws IOException {
    List<Mention> mentions = read("gold-public.jsonl");
    mentions.addAll(read("gold-public-abbr.jsonl"));
    return new Gold(List.of(stretch(FIRST, "诘之，不省。"), stretch(SECOND, "")), mentions);
  }

  private static Mention.Place stretch(String seed, String before) throws IOException {
    String text = Fixture.text(seed);
    int end = before.isEmpty() ? text.length() : text.indexOf(before);
    return new Mention.Place(seed, text.indexOf('\n'), text.codePointCount(0, end));
  }

  private static List<Mention> read(String file) throws IOException {
    List<Mention> mentions = new ArrayList<>();
    for (String line : Files.readAllLines(Fixture.SHARED.resolve("data/authority").resolve(file))) {
      Matcher cell = LINE.matcher(line);
      if (cell.find()) {
        Mention.Place place =
            new Mention.Place(
                cell.group(1), Integer.parseInt(cell.group(2)), Integer.parseInt(cell.group(3)));
        mentions.add(
            new Mention(
                place, cell.group(4), cell.group(5), cell.group(6), line.contains("\"nested\"")));
      }
    }
    return mentions;
  }

  /** Ours: passages that the public gold does not cover. */
  static Gold ours() throws IOException {
    Map<String, String> types =
        ShippedEntities.read().stream()
            .filter(Entity.class::isInstance)
            .collect(
                Collectors.toMap(each -> each.id().toString(), each -> ((Entity) each).type()));
    List<Mention.Place> stretches = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    String seed = "";
    StringBuilder passage = new StringBuilder();
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("src/test/gold/ours.txt")));
    lines.add("# end");
    for (String line : lines) {
      if (line.startsWith("# ")) {
        if (!seed.isEmpty()) {
          add(seed, passage.toString().strip(), types, stretches, mentions);
        }
        seed = line.substring(2);
        passage.setLength(0);
      } else if (!line.startsWith("##")) {
        passage.append(line).append('\n');
      }
    }
    return new Gold(stretches, mentions);
  }

  private static void add(
      String seed,
      String passage,
      Map<String, String> types,
      List<Mention.Place> stretches,
      List<Mention> mentions)
      throws IOException {
    String plain = passage.replaceAll("\\[|\\|[^]]*]", "");
    int found = Fixture.text(seed).indexOf(plain);
    if (found < 0) {
      throw new IOException("not in " + seed + ": " + plain.substring(0, 20));
    }
    int first = Fixture.text(seed).codePointCount(0, found);
    Deque<Integer> open = new ArrayDeque<>();
    StringBuilder read = new StringBuilder();
    for (int at = 0; at < passage.length(); at++) {
      char character = passage.charAt(at);
      if (character == '[') {
        open.push(read.length());
      } else if (character == '|') {
        int end = passage.indexOf(']', at);
        int start = open.pop();
        mentions.add(
            mention(
                seed, first, read, start, passage.substring(at + 1, end), types, !open.isEmpty()));
        at = end;
      } else {
        read.append(character);
      }
    }
    stretches.add(new Mention.Place(seed, first, first + plain.codePointCount(0, plain.length())));
  }

  private static Mention mention(
      String seed,
      int first,
      StringBuilder read,
      int start,
      String said,
      Map<String, String> types,
      boolean nested) {
    Mention.Place place =
        new Mention.Place(
            seed,
            first + read.codePointCount(0, start),
            first + read.codePointCount(0, read.length()));
    String id = said.startsWith("?") ? "" : "local:" + said.replace("~", "");
    String type = said.startsWith("?") ? said.substring(1) : types.get(id);
    return new Mention(place, read.substring(start), type, id, nested);
  }
}
