package org.dianjiao.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.dianjiao.search.Tagged.State;

/** How blocks and layouts are written into the index. */
final class Bytes {

  private Bytes() {}

  /** Text as the index keeps it: two bytes for a unit, so that it is read without decoding. */
  static BytesRef ofText(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return new BytesRef(bytes.array());
  }

  /** How many units were written. */
  static int units(BytesRef text) {
    return text.length / 2;
  }

  /** Reads text to the beginning of an array that is long enough. */
  static void text(BytesRef text, char[] into) {
    ByteBuffer.wrap(text.bytes, text.offset, text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer()
        .get(into, 0, units(text));
  }

  /** The annotations of a block, with places counted from its start. */
  static BytesRef ofTags(List<Tagged> tags) {
    return written(
        out -> {
          out.writeInt(tags.size());
          for (Tagged tag : tags) {
            out.writeUTF(tag.id());
            out.writeInt(tag.start());
            out.writeInt(tag.end());
            out.writeUTF(tag.kind());
            out.writeUTF(tag.entity());
            out.writeUTF(tag.label());
            out.writeUTF(tag.person());
            out.writeUTF(tag.state().name());
          }
        });
  }

  static List<Tagged> tags(BytesRef bytes) {
    return read(
        bytes,
        in -> {
          int count = in.readInt();
          List<Tagged> tags = new ArrayList<>(count);
          for (int i = 0; i < count; i++) {
            tags.add(
                new Tagged(
                    in.readUTF(),
                    in.readInt(),
                    in.readInt(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    State.valueOf(in.readUTF())));
          }
          return tags;
        });
  }

  static BytesRef ofLayout(Layout layout) {
    return written(
        out -> {
          out.writeUTF(layout.project());
          out.writeLong(layout.revision());
          out.writeInt(layout.next());
          out.writeInt(layout.pieces().size());
          for (Layout.Piece piece : layout.pieces()) {
            out.writeInt(piece.number());
            out.writeInt(piece.length());
            out.writeLong(piece.tags());
          }
        });
  }

  static Layout layout(BytesRef bytes) {
    return read(
        bytes,
        in -> {
          String project = in.readUTF();
          long revision = in.readLong();
          int next = in.readInt();
          int count = in.readInt();
          List<Layout.Piece> pieces = new ArrayList<>(count);
          for (int i = 0; i < count; i++) {
            pieces.add(new Layout.Piece(in.readInt(), in.readInt(), in.readLong()));
          }
          return new Layout(project, revision, next, pieces);
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static BytesRef written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new BytesRef(bytes.toByteArray());
  }

  private static <T> T read(BytesRef bytes, Reading<T> reading) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
      return reading.from(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
