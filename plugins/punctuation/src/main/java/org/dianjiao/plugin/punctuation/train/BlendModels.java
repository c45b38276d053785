package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.JointModel;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;

/**
 * The command that chooses, on the development passages, how much the feature model and the gated
 * network count and which mark is offered first, and writes it into the file of the network.
 */
public final class BlendModels {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "model", "plugins/punctuation/data/model.bin",
          "network", "plugins/punctuation/data/network.bin");

  private BlendModels() {}

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    Path file = Path.of(options.text("network"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    List<Passage> development = reader.read(data.resolve("dev.tsv.xz"));
    JointModel before = NetworkFile.read(file, ModelFile.read(Path.of(options.text("model"))));
    JointModel after = before.with(BlendFit.of(before, development));
    System.out.println("features: " + Score.of(before.features(), development, 0.5).line());
    System.out.println("before: " + Score.of(before, development, 0.5).line());
    System.out.println("blended: " + Score.of(after, development, 0.5).line());
    JointModel chosen = after.with(ChoiceFit.of(after, development, 0.5));
    System.out.println("weights of the choice: " + Arrays.toString(chosen.choice().weights()));
    System.out.println("chosen: " + Score.of(chosen, development, 0.5).line());
    NetworkFile.write(chosen.blend(), chosen.choice(), file);
  }
}
