package org.dianjiao.durability;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.dianjiao.storage.LogEntry;

/**
 * The hash chain of a change log, computed a second time: from the written form, not with the code
 * of the server.
 */
final class LogChain {

  private LogChain() {}

  static String start(String document) {
    return hash(List.of("dianjiao change log 1", document));
  }

  static String next(String previous, String document, LogEntry entry) {
    return hash(
        List.of(
            previous,
            document,
            entry.revision(),
            entry.epoch(),
            entry.author(),
            entry.client(),
            entry.sequence(),
            entry.format(),
            entry.opHash(),
            entry.at().toEpochMilli(),
            entry.op()));
  }

  private static String hash(List<?> fields) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (Object field : fields) {
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
