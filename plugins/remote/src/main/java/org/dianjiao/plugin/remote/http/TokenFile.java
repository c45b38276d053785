package org.dianjiao.plugin.remote.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.dianjiao.plugin.remote.ElsewhereFault;

/** A file with what the server shows a remote plugin; nobody but its owner may read it. */
final class TokenFile {

  private static final int MAX_UNITS = 4096;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private TokenFile() {}

  /**
   * The token in it.
   *
   * @throws ElsewhereFault when others can read the file, or it holds no token
   */
  static String read(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
      throw new ElsewhereFault(
          "others than its owner can use the token file %s; it needs the mode 0600"
              .formatted(file));
    }
    String token = Files.readString(file).strip();
    boolean printable = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (token.isEmpty() || token.length() > MAX_UNITS || !printable) {
      throw new ElsewhereFault("the token file %s does not hold one word of ASCII".formatted(file));
    }
    return token;
  }
}
