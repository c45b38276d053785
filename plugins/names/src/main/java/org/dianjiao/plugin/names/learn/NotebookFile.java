package org.dianjiao.plugin.names.learn;

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
import java.util.zip.CRC32;

/** A notebook as a file: written whole or not at all, with a checksum at its end. */
final class NotebookFile {

  private static final int FORM = 0x444A4E31; // DJN1
  private static final int MOST_BYTES = 8 << 20;

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
    out.writeInt(notebook.told().size());
    for (long id : notebook.told()) {
      out.writeLong(id);
    }
    out.writeInt(notebook.places().size());
    for (Map.Entry<Long, List<Lesson>> place : notebook.places().entrySet()) {
      out.writeLong(place.getKey());
      out.writeInt(place.getValue().size());
      for (Lesson lesson : place.getValue()) {
        out.writeUTF(lesson.form());
        out.writeChar(lesson.before());
        out.writeChar(lesson.behind());
        out.writeUTF(lesson.entity());
        out.writeBoolean(lesson.right());
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
      Notebook notebook = new Notebook();
      for (int left = in.readInt(); left > 0; left--) {
        notebook.told().add(in.readLong());
      }
      for (int left = in.readInt(); left > 0; left--) {
        notebook.places().put(in.readLong(), lessons(in));
      }
      return notebook;
    }
  }

  private static List<Lesson> lessons(DataInputStream in) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lessons.add(
          new Lesson(in.readUTF(), in.readChar(), in.readChar(), in.readUTF(), in.readBoolean()));
    }
    return lessons;
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, end);
    return sum.getValue();
  }
}
