package org.dianjiao.glyph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A picture of a glyph as the page has it. What it is, its first bytes say, and nothing else. */
public final class Clip {

  private final Kind kind;
  private final byte[] bytes;

  private Clip(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** The formats that are taken: pictures that can hold no program. */
  public enum Kind {
    /** Portable Network Graphics. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** WebP. */
    WEBP("image/webp");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    /** What HTTP calls it. */
    public String mediaType() {
      return mediaType;
    }

    /** The kind that HTTP calls so; empty for any other. */
    public static Optional<Kind> of(String mediaType) {
      return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }
  }

  /**
   * A picture of these bytes.
   *
   * @throws IllegalArgumentException when it is none of the formats
   */
  public static Clip of(byte[] bytes) {
    Kind kind =
        kindOf(bytes)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a picture of a glyph is a PNG, JPEG or WebP file; these %d bytes are not"
                            .formatted(bytes.length)));
    return new Clip(kind, bytes.clone());
  }

  private static Optional<Kind> kindOf(byte[] bytes) {
    if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(Kind.PNG);
    }
    if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(Kind.JPEG);
    }
    boolean webp = begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBPVP8");
    return webp ? Optional.of(Kind.WEBP) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int at, String signature) {
    byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length > at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** Its format. */
  public Kind kind() {
    return kind;
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
