package org.dianjiao.plugin.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;

/**
 * Writes names as CoNLL files have them: one character a line, the name that it belongs to beside
 * it, an empty line for a line end. Names that lie over one another stand in further columns. Used
 * for one text.
 */
final class CharacterFileWriter {

  private static final int MOST_LAYERS = 20;
  private static final String NOTHING = "\tO\t_\t_";

  private final String text;

  /** Names that do not overlap, for each group of columns. */
  private final List<List<Marked>> layers = new ArrayList<>();

  CharacterFileWriter(MarkedText document) {
    this.text = document.text();
    document.annotations().stream()
        .filter(one -> Column.holds(one.body()) && stands(one.range()))
        .sorted(
            Comparator.comparing(Marked::range, Comparator.comparingInt(TextRange::start))
                .thenComparing(one -> -one.range().length()))
        .forEach(this::lay);
  }

  /** Whether it begins and ends with a character that has a line. */
  private boolean stands(TextRange range) {
    return range.length() > 0
        && text.charAt(range.start()) != '\n'
        && text.charAt(range.end() - 1) != '\n';
  }

  private void lay(Marked name) {
    for (List<Marked> layer : layers) {
      if (layer.get(layer.size() - 1).range().end() <= name.range().start()) {
        layer.add(name);
        return;
      }
    }
    if (layers.size() == MOST_LAYERS) {
      throw new IllegalArgumentException(
          String.format(
              "more than %d names lie over the character at %d",
              MOST_LAYERS, name.range().start()));
    }
    layers.add(new ArrayList<>(List.of(name)));
  }

  void write(OutputStream out) throws IOException {
    int[] next = new int[Math.max(1, layers.size())];
    StringBuilder file = new StringBuilder(8 * text.length());
    int at = 0;
    while (at < text.length()) {
      int end = Characters.end(text, at);
      if (text.charAt(at) != '\n') {
        file.append(text, at, end);
        for (int layer = 0; layer < next.length; layer++) {
          file.append(cells(layer, next, at));
        }
      }
      file.append('\n');
      at = end;
    }
    out.write(file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String cells(int layer, int[] next, int at) {
    List<Marked> names = layer < layers.size() ? layers.get(layer) : List.of();
    while (next[layer] < names.size() && names.get(next[layer]).range().end() <= at) {
      next[layer]++;
    }
    if (next[layer] == names.size() || names.get(next[layer]).range().start() > at) {
      return NOTHING;
    }
    Marked name = names.get(next[layer]);
    Column column = Column.of(name.body());
    String tag = (name.range().start() == at ? "B-" : "I-") + column.type();
    return String.join("\t", Arrays.asList("", tag, column.entity(), column.label()));
  }
}
