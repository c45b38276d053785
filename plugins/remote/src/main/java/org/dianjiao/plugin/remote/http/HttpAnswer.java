package org.dianjiao.plugin.remote.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer in HTTP/1.1 (RFC 9112), read within bounds: neither its head nor its body grows beyond
 * them, whatever lengths it tells. What is compressed is refused unread.
 */
final class HttpAnswer {

  private static final int MAX_HEAD = 16 * 1024;
  private static final int MAX_INTERIM = 5;

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Three digits. */
  int status() {
    return status;
  }

  /** All of it; not copied. */
  byte[] body() {
    return body;
  }

  /** A header, by its name in lower case. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * Reads one answer from a connection that is closed after it.
   *
   * @param first its first byte, which came already
   * @param most the most bytes that its body may have
   */
  static HttpAnswer read(int first, InputStream in, int most) throws IOException {
    Head head = new Head(in, first);
    for (int interim = 0; interim < MAX_INTERIM; interim++) {
      int status = status(head.line());
      Map<String, String> headers = headers(head);
      if (status >= 200) {
        return new HttpAnswer(status, headers, body(headers, in, most));
      }
    }
    throw new IOException("more than " + MAX_INTERIM + " interim answers");
  }

  private static int status(String line) throws IOException {
    boolean known = line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ");
    if (!known || line.length() < 12 || !line.substring(9, 12).matches("[1-5][0-9][0-9]")) {
      throw new IOException("it does not speak HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(Head head) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = head.line(); !line.isEmpty(); line = head.line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || line.charAt(0) <= ' ') {
        throw new IOException("a header without a name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (headers.put(name, line.substring(colon + 1).strip()) != null
          && (name.startsWith("content-") || name.equals("transfer-encoding"))) {
        throw new IOException("the header " + name + " comes twice");
      }
    }
    return headers;
  }

  private static byte[] body(Map<String, String> headers, InputStream in, int most)
      throws IOException {
    String coding = headers.getOrDefault("content-encoding", "identity");
    if (!coding.equalsIgnoreCase("identity")) {
      throw new IOException(
          "the answer is compressed (%s), which was not asked for".formatted(coding));
    }
    String transfer = headers.get("transfer-encoding");
    String length = headers.get("content-length");
    if (transfer != null) {
      if (!transfer.equalsIgnoreCase("chunked") || length != null) {
        throw new IOException("the answer is sent in a way that is not known: " + transfer);
      }
      return chunks(in, most);
    }
    return length == null ? bounded(in, most) : exactly(in, length, most);
  }

  private static byte[] exactly(InputStream in, String length, int most) throws IOException {
    if (!length.matches("[0-9]{1,18}")) {
      throw new IOException("a content-length of \"" + length + "\"");
    }
    long wanted = Long.parseLong(length);
    require(wanted, most);
    byte[] body = in.readNBytes((int) wanted);
    if (body.length < wanted) {
      throw new EOFException(
          "the answer ended after %d of %d bytes".formatted(body.length, wanted));
    }
    return body;
  }

  private static byte[] bounded(InputStream in, int most) throws IOException {
    byte[] body = in.readNBytes(most + 1);
    require(body.length, most);
    return body;
  }

  private static void require(long length, int most) throws IOException {
    if (length > most) {
      throw new IOException(
          "the answer has more than %d bytes, which is the limit".formatted(most));
    }
  }

  private static byte[] chunks(InputStream in, int most) throws IOException {
    byte[] body = new byte[Math.min(most, 8192)];
    int filled = 0;
    Head head = new Head(in);
    for (int size = size(head.line()); size > 0; size = size(head.line())) {
      require((long) filled + size, most);
      if (filled + size > body.length) {
        body = Arrays.copyOf(body, Math.max(filled + size, (int) Math.min(most, 2L * body.length)));
      }
      int read = in.readNBytes(body, filled, size);
      filled += read;
      if (read < size || !head.line().isEmpty()) {
        throw new EOFException("a chunk ended early");
      }
      head = new Head(in);
    }
    while (!head.line().isEmpty()) {
      // trailers say nothing that is wanted
    }
    return Arrays.copyOf(body, filled);
  }

  private static int size(String line) throws IOException {
    String digits = line.split(";", 2)[0].strip();
    if (!digits.matches("[0-9a-fA-F]{1,7}")) {
      throw new IOException("a chunk of size \"" + digits + "\"");
    }
    return Integer.parseInt(digits, 16);
  }

  /** Lines of bounded length altogether. */
  private static final class Head {
    private final InputStream in;
    private int left = MAX_HEAD;
    private int pushed = -1;

    Head(InputStream in) {
      this.in = in;
    }

    Head(InputStream in, int first) {
      this.in = in;
      this.pushed = first;
    }

    String line() throws IOException {
      byte[] line = new byte[128];
      int length = 0;
      for (int next = next(); next != '\n'; next = next()) {
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) next;
      }
      int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private int next() throws IOException {
      if (pushed >= 0) {
        int first = pushed;
        pushed = -1;
        return first;
      }
      if (left-- == 0) {
        throw new IOException("more than %d bytes of headers".formatted(MAX_HEAD));
      }
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the answer ended in its headers");
      }
      return next;
    }
  }
}
