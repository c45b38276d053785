package org.dianjiao.plugin.punctuation.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file of a model: the word {@code DJPM}, a version, then deflated: sizes, temperature, network
 * parameters as floats, and of each table the scale, the bits of the kept rows and their weights at
 * one byte each; numbers are big-endian.
 */
public final class ModelFile {

  private static final int MAGIC = 0x444A504D;
  private static final int VERSION = 1;
  private static final int MOST_BITS = 27;
  private static final int MOST_UNITS = 1024;

  private ModelFile() {}

  /** Writes a model, replacing the file. */
  public static void write(
      PackedTable scores, PackedTable senses, ContextNetwork network, float temperature, Path file)
      throws IOException {
    try (DataOutputStream plain =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      plain.writeInt(MAGIC);
      plain.writeInt(VERSION);
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(new DeflaterOutputStream(plain, deflater), 1 << 16));
      out.writeInt(scores.bits());
      out.writeInt(network.senses());
      out.writeInt(network.hidden());
      out.writeFloat(temperature);
      for (float[] parameters : network.parameters()) {
        for (float parameter : parameters) {
          out.writeFloat(parameter);
        }
      }
      write(scores, out);
      write(senses, out);
      out.close();
      deflater.end();
    }
  }

  private static void write(PackedTable table, DataOutputStream out) throws IOException {
    out.writeFloat(table.scale());
    for (long word : table.kept()) {
      out.writeLong(word);
    }
    byte[] weights = table.weights();
    out.writeInt(weights.length);
    // Column by column, not row by row: like stands beside like and deflates better.
    for (int column = 0; column < table.width(); column++) {
      for (int at = column; at < weights.length; at += table.width()) {
        out.writeByte(weights[at]);
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException when the file is not a whole model of a version that is known here
   */
  public static FeatureModel read(Path file) throws IOException {
    try (DataInputStream plain =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int magic = plain.readInt();
      int version = plain.readInt();
      if (magic != MAGIC || version != VERSION) {
        throw new IOException(
            String.format(
                "%s begins with %08x version %d; a model begins with %08x version %d",
                file, magic, version, MAGIC, VERSION));
      }
      return read(
          new DataInputStream(new BufferedInputStream(new InflaterInputStream(plain), 1 << 16)));
    }
  }

  private static FeatureModel read(DataInputStream in) throws IOException {
    int bits = within("bits", in.readInt(), 6, MOST_BITS);
    int senses = within("senses", in.readInt(), 0, MOST_UNITS);
    int hidden = within("hidden units", in.readInt(), 0, MOST_UNITS);
    float temperature = in.readFloat();
    ContextNetwork network = new ContextNetwork(senses, hidden);
    for (float[] parameters : network.parameters()) {
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = in.readFloat();
      }
    }
    PackedTable scores = readTable(in, bits, ContextNetwork.MARKS);
    return new FeatureModel(scores, readTable(in, bits, senses), network, temperature);
  }

  private static PackedTable readTable(DataInputStream in, int bits, int width) throws IOException {
    float scale = in.readFloat();
    long[] kept = new long[1 << (bits - 6)];
    long rows = 0;
    for (int i = 0; i < kept.length; i++) {
      kept[i] = in.readLong();
      rows += Long.bitCount(kept[i]);
    }
    int size = in.readInt();
    if (size != rows * width) {
      throw new IOException(size + " weights for " + rows + " rows of " + width);
    }
    byte[] columns = new byte[size];
    in.readFully(columns);
    byte[] weights = new byte[size];
    int from = 0;
    for (int column = 0; column < width; column++) {
      for (int at = column; at < size; at += width) {
        weights[at] = columns[from++];
      }
    }
    return new PackedTable(width, scale, kept, weights);
  }

  private static int within(String what, int value, int least, int most) throws IOException {
    if (value < least || value > most) {
      throw new IOException(value + " " + what + " are outside " + least + "–" + most);
    }
    return value;
  }
}
