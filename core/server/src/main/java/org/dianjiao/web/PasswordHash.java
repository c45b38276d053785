package org.dianjiao.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.dianjiao.limits.AccountLimits;

/**
 * Passwords as they are stored: Argon2id in the PHC string form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, so that the cost can be raised later and older hashes
 * still verify.
 *
 * <p>Each call takes memory and some 100 ms on purpose: {@link PasswordQueue} says where. Thread
 * safe.
 */
public final class PasswordHash {

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** More than this, in a stored hash, would be an attack on the server. */
  private static final int MOST_MEMORY_KIB = 1024 * 1024;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final int memory;

  /**
   * Hashes at the cost of today.
   *
   * @param memory in KiB, 8 at least
   */
  PasswordHash(int memory) {
    this.memory = memory;
  }

  /** Hashes at the cost that a server has when its settings name no other. */
  public static PasswordHash standard() {
    return new PasswordHash(AccountLimits.defaults().passwordKib());
  }

  /** Hashes a password with a fresh salt. */
  public String of(String password) {
    byte[] salt = random(SALT_BYTES);
    return form(salt, argon2(password, salt, memory, PASSES, LANES, HASH_BYTES));
  }

  /**
   * A hash that no password has: checking it takes as long as checking that of a password. It is
   * made at once.
   */
  String ofNobody() {
    return form(random(SALT_BYTES), random(HASH_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private String form(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether this is the password that was hashed, compared in constant time.
   *
   * @throws IllegalArgumentException when the stored hash is not of the form above
   */
  public static boolean verify(String password, String stored) {
    Matcher form = FORM.matcher(stored);
    if (!form.matches()) {
      throw new IllegalArgumentException("a stored password hash is not of the Argon2id form");
    }
    int kib = Integer.parseInt(form.group(1));
    int passes = Integer.parseInt(form.group(2));
    int lanes = Integer.parseInt(form.group(3));
    if (lanes < 1 || passes < 1 || kib < 8 * lanes || kib > MOST_MEMORY_KIB) {
      throw new IllegalArgumentException(
          "a stored password hash asks for m=%d, t=%d, p=%d".formatted(kib, passes, lanes));
    }
    byte[] salt = Base64.getDecoder().decode(form.group(4));
    byte[] expected = Base64.getDecoder().decode(form.group(5));
    byte[] found = argon2(password, salt, kib, passes, lanes, expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  /** Whether a hash was made at another cost than the one of today. */
  boolean isOutdated(String stored) {
    return !stored.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(memory, PASSES, LANES));
  }

  private static byte[] argon2(
      String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
