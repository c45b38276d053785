package org.dianjiao.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.dianjiao.text.Digest;

/**
 * The hash that ties each row of a log to everything before it.
 *
 * <p>Canonical form: SHA-256 over fields, each written as its length in bytes (4 bytes, big endian)
 * and its UTF-8 bytes; numbers in decimal, hashes in lower-case hex, the time in milliseconds since
 * 1970. At revision 0 the fields are {@code dianjiao change log 1} and the document id. At each
 * later revision they are: the previous hash, document id, revision, epoch, author, client,
 * sequence, format, op hash, time, op.
 */
final class Chain {

  private static final String FORM = "dianjiao change log 1";

  private final MessageDigest digest = Digest.begin();

  private Chain() {}

  /** The hash over fields in the canonical form. */
  static String of(String... fields) {
    Chain chain = new Chain();
    for (String field : fields) {
      chain.text(field);
    }
    return chain.hash();
  }

  /** The hash at revision 0. */
  static String start(String document) {
    return new Chain().text(FORM).text(document).hash();
  }

  /** The hash at the entry's revision. */
  static String next(String previous, String document, long epoch, NewEntry entry) {
    return next(
        previous,
        document,
        entry.revision(),
        epoch,
        entry.author(),
        entry.client(),
        entry.sequence(),
        entry.format(),
        entry.opHash(),
        entry.at(),
        entry.op());
  }

  /** The hash that a stored entry should have. */
  static String next(String previous, String document, LogEntry entry) {
    return next(
        previous,
        document,
        entry.revision(),
        entry.epoch(),
        entry.author(),
        entry.client(),
        entry.sequence(),
        entry.format(),
        entry.opHash(),
        entry.at(),
        entry.op());
  }

  private static String next(
      String previous,
      String document,
      long revision,
      long epoch,
      String author,
      String client,
      long sequence,
      int format,
      String opHash,
      Instant at,
      String op) {
    return new Chain()
        .text(previous)
        .text(document)
        .number(revision)
        .number(epoch)
        .text(author)
        .text(client)
        .number(sequence)
        .number(format)
        .text(opHash)
        .number(at.toEpochMilli())
        .text(op)
        .hash();
  }

  private Chain number(long value) {
    return text(Long.toString(value));
  }

  private Chain text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  private String hash() {
    return Digest.end(digest);
  }
}
