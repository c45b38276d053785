package @package@;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Reads the table of words and starts an analyzer that finds them. */
public final class @Class@Plugin implements Plugin {

  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : Files.readAllLines(context.dataDirectory().resolve("words.tsv"))) {
      String[] cells = line.split("\t", 2);
      words.put(cells[0], cells[1]);
    }
    return new @Class@Analyzer(words, context.settings().number("confidence"));
  }
}
