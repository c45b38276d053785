package org.dianjiao.plugin.punctuation.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.dianjiao.plugin.punctuation.model.GatedNetwork.Weights;

/**
 * The file of a gated network, which the training script writes: the word {@code DJGN}, a version,
 * the blend with the feature model and the weights of the choice as floats, then deflated: the
 * widths, the distances, the two tables of rows, and the weights at two bytes each; numbers are
 * big-endian.
 *
 * <p>A table of rows is: how many keys; the keys as 5-byte differences; a step of one byte for each
 * row, the shared one first; the rows, a byte a number. Weights are: inputs, outputs, what 1 stands
 * for as a float, the numbers, a float of bias for each output.
 */
public final class NetworkFile {

  private static final int MAGIC = 0x444A474E;
  private static final int VERSION = 2;
  private static final int HEAD = 8;
  private static final int MOST_WIDTH = 1024;
  private static final int MOST_LAYERS = 32;
  private static final int MOST_KEYS = 1 << 22;
  private static final int MOST_DISTANCE = 32;

  private NetworkFile() {}

  /**
   * Reads a network and joins it with a feature model.
   *
   * @throws IOException when the file is not a whole network of a version that is known here
   */
  public static JointModel read(Path file, FeatureModel features) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (DataInputStream plain = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int magic = plain.readInt();
      int version = plain.readInt();
      if (magic != MAGIC || version != VERSION) {
        throw new IOException(
            String.format(
                "it begins with %08x version %d; a network begins with %08x version %d",
                magic, version, MAGIC, VERSION));
      }
      Blend blend = Blend.ofNetwork();
      for (float[] numbers : blend.parameters()) {
        readFloats(plain, numbers);
      }
      Choice choice = Choice.plain();
      readFloats(plain, choice.weights());
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(new InflaterInputStream(plain), 1 << 16));
      JointModel model = new JointModel(features, readNetwork(in), blend, choice);
      if (in.read() >= 0) {
        throw new IOException("something follows the last weights");
      }
      return model;
    } catch (EOFException | ZipException e) {
      throw new IOException(file + " is torn or damaged: " + e.getMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(file + " is no network: " + e.getMessage(), e);
    }
  }

  /** Puts another blend and another choice into a file; the network stays as it is. */
  public static void write(Blend blend, Choice choice, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer numbers = ByteBuffer.wrap(bytes).position(HEAD);
    for (float[] parameters : blend.parameters()) {
      putFloats(numbers, parameters);
    }
    putFloats(numbers, choice.weights());
    Files.write(file, bytes);
  }

  private static void putFloats(ByteBuffer bytes, float[] numbers) {
    for (float number : numbers) {
      bytes.putFloat(number);
    }
  }

  private static GatedNetwork readNetwork(DataInputStream in) throws IOException {
    int width = within("units", in.readInt(), 4, MOST_WIDTH);
    int[] distances = new int[within("layers", in.readInt(), 0, MOST_LAYERS)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = within("characters of distance", in.readInt(), 1, MOST_DISTANCE);
    }
    RowBytes characters = readRows(in);
    RowBytes pairs = readRows(in);
    float[] known = new float[GatedNetwork.MARKS * width];
    readFloats(in, known);
    Weights entry = readWeights(in);
    Weights[] layers = new Weights[distances.length];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = readWeights(in);
    }
    return new GatedNetwork(characters, pairs, known, entry, layers, distances, readWeights(in));
  }

  private static RowBytes readRows(DataInputStream in) throws IOException {
    int width = within("numbers in a row", in.readInt(), 4, MOST_WIDTH);
    long[] keys = new long[within("keys", in.readInt(), 1, MOST_KEYS)];
    long key = 0;
    for (int i = 0; i < keys.length; i++) {
      long difference = ((long) in.readUnsignedByte() << 32) | (in.readInt() & 0xFFFFFFFFL);
      if (difference == 0) {
        throw new IOException("key " + i + " comes twice");
      }
      key += difference;
      keys[i] = key;
    }
    byte[] steps = new byte[keys.length + 1];
    in.readFully(steps);
    byte[] rows = new byte[Math.multiplyExact(steps.length, width)];
    in.readFully(rows);
    return new RowBytes(keys, width, steps, rows);
  }

  private static Weights readWeights(DataInputStream in) throws IOException {
    int inputs = within("inputs", in.readInt(), 1, 3 * MOST_WIDTH);
    int outputs = within("outputs", in.readInt(), 1, 2 * MOST_WIDTH);
    float scale = readFloat(in);
    float[][] factors = new float[inputs][outputs];
    for (float[] row : factors) {
      for (int i = 0; i < outputs; i++) {
        row[i] = scale * in.readShort();
      }
    }
    float[] bias = new float[outputs];
    readFloats(in, bias);
    return new Weights(factors, bias);
  }

  private static void readFloats(DataInputStream in, float[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = readFloat(in);
    }
  }

  private static float readFloat(DataInputStream in) throws IOException {
    float number = in.readFloat();
    if (!Float.isFinite(number)) {
      throw new IOException(number + " is among its weights");
    }
    return number;
  }

  private static int within(String what, int value, int least, int most) throws IOException {
    if (value < least || value > most) {
      throw new IOException(value + " " + what + " are outside " + least + "–" + most);
    }
    return value;
  }
}
