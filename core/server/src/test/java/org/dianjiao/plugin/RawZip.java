package org.dianjiao.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, those too that no library would write. */
final class RawZip {

  private static final int UTF8 = 1 << 11;
  private static final int DEFLATED = 8;
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private int listed;

  /**
   * What an entry says about itself; start from {@link #named}.
   *
   * @param name a character for each byte, as {@code listedName} and {@code data}
   */
  record Entry(String name, String listedName, String data, int flags, int saidSize, int mode) {

    static Entry named(String name, byte[] data) {
      String bytes = new String(name.getBytes(StandardCharsets.UTF_8), BYTES);
      return new Entry(bytes, bytes, new String(data, BYTES), UTF8, data.length, 0100644);
    }

    /** Under a name that need not be UTF-8, with a character for each byte. */
    Entry called(String other) {
      return new Entry(other, other, data, flags, saidSize, mode);
    }

    Entry listedAs(String other) {
      return new Entry(name, other, data, flags, saidSize, mode);
    }

    Entry saying(int size) {
      return new Entry(name, listedName, data, flags, size, mode);
    }

    Entry flagged(int more) {
      return new Entry(name, listedName, data, flags | more, saidSize, mode);
    }

    Entry ofMode(int other) {
      return new Entry(name, listedName, data, flags, saidSize, other);
    }

    private byte[] content() {
      return data.getBytes(BYTES);
    }
  }

  RawZip add(String name, String content) {
    return add(Entry.named(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  RawZip add(Entry entry) {
    int offset = body.size();
    write(entry);
    list(entry, offset);
    return this;
  }

  /** Holds an entry that its table does not list. */
  RawZip hide(Entry entry) {
    write(entry);
    return this;
  }

  /** Lists an entry that begins where the first one does. */
  RawZip overlap(Entry entry) {
    list(entry, 0);
    return this;
  }

  private void write(Entry entry) {
    byte[] packed = deflate(entry.content());
    byte[] bytes = new byte[30];
    ByteBuffer head = little(bytes);
    head.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags());
    head.putShort((short) DEFLATED).putInt(0).putInt(crc(entry.content()));
    head.putInt(packed.length).putInt(entry.saidSize());
    head.putShort((short) entry.name().length()).putShort((short) 0);
    body.writeBytes(bytes);
    body.writeBytes(entry.name().getBytes(BYTES));
    body.writeBytes(packed);
  }

  private void list(Entry entry, int offset) {
    byte[] bytes = new byte[46];
    ByteBuffer head = little(bytes);
    head.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
    head.putShort((short) entry.flags()).putShort((short) DEFLATED).putInt(0);
    head.putInt(crc(entry.content()))
        .putInt(deflate(entry.content()).length)
        .putInt(entry.saidSize());
    head.putShort((short) entry.listedName().length()).putShort((short) 0).putShort((short) 0);
    head.putShort((short) 0).putShort((short) 0).putInt(entry.mode() << 16).putInt(offset);
    table.writeBytes(bytes);
    table.writeBytes(entry.listedName().getBytes(BYTES));
    listed++;
  }

  byte[] bytes() {
    byte[] bytes = new byte[22];
    ByteBuffer end = little(bytes);
    end.putInt(0x06054b50).putInt(0).putShort((short) listed).putShort((short) listed);
    end.putInt(table.size()).putInt(body.size()).putShort((short) 0);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(body.toByteArray());
    all.writeBytes(table.toByteArray());
    all.writeBytes(bytes);
    return all.toByteArray();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int crc(byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return (int) crc.getValue();
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    while (!deflater.finished()) {
      packed.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
