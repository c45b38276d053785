package org.dianjiao.plugin.punctuation.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.dianjiao.plugin.punctuation.model.Mark;

/** A notebook as a file: written whole or not at all, with a checksum at its end. */
final class NotebookFile {

  private static final int FORM = 0x444A4C31; // DJL1
  private static final int MOST_BYTES = 4 << 20;
  private static final int DECIDED = 0x80;

  private NotebookFile() {}

  /** Puts a notebook in the place of the one that is there. */
  static void write(Path file, Notebook notebook) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes(notebook));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] bytes(Notebook notebook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FORM);
    out.writeInt(notebook.decisions());
    out.writeInt(notebook.told().size());
    for (long id : notebook.told()) {
      out.writeLong(id);
    }
    out.writeInt(notebook.examples().size());
    for (Map.Entry<Long, Example> one : notebook.examples().entrySet()) {
      out.writeLong(one.getKey());
      Example example = one.getValue();
      out.writeByte(example.mark().label() | (example.decided() ? DECIDED : 0));
      for (float logarithm : example.gap().logs()) {
        out.writeFloat(logarithm);
      }
      for (int code : example.gap().near()) {
        out.writeInt(code);
      }
    }
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /**
   * Reads a notebook.
   *
   * @throws IOException when it is not as it was written
   */
  static Notebook read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it has " + Files.size(file) + " bytes; the limit is " + MOST_BYTES);
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - Long.BYTES;
    if (end < 0 || ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() != checksum(bytes, end)) {
      throw new IOException("its checksum is wrong");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORM) {
        throw new IOException("it is of another form");
      }
      int decisions = in.readInt();
      List<Long> told = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        told.add(in.readLong());
      }
      Map<Long, Example> examples = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        examples.put(in.readLong(), example(in));
      }
      return new Notebook(examples, told, decisions);
    }
  }

  private static Example example(DataInputStream in) throws IOException {
    int what = in.readUnsignedByte();
    float[] logs = new float[Gap.MARKS];
    for (int mark = 0; mark < logs.length; mark++) {
      logs[mark] = in.readFloat();
    }
    int[] near = new int[Gap.NEAR];
    for (int i = 0; i < near.length; i++) {
      near[i] = in.readInt();
    }
    Mark mark = Mark.ALL.get(what & Gap.MARKS - 1);
    return new Example(new Gap(logs, near), mark, (what & DECIDED) != 0);
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, end);
    return sum.getValue();
  }
}
