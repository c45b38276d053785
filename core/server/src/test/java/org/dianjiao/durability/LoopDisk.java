package org.dianjiao.durability;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that can be filled, and whose content can be had as a power cut would leave it: an ext4
 * file system in an image in memory, on a loop device. It needs root.
 */
final class LoopDisk implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final int BYTES_PER_MIB = 1 << 20;

  private final Path folder;
  private final Path root;

  private LoopDisk(Path folder, Path root) {
    this.folder = folder;
    this.root = root;
  }

  /** A new disk at a folder that is made; the test is skipped, openly, where that cannot be. */
  static LoopDisk at(Path root, int mib) throws InterruptedException {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(MEMORY, "dianjiao-disk");
      Path image = folder.resolve("image");
      try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
        file.setLength((long) mib * BYTES_PER_MIB);
      }
      Shell.run(
          "mkfs.ext4",
          "-q",
          "-F",
          "-m",
          "0",
          "-E",
          "lazy_itable_init=0,lazy_journal_init=0",
          image + "");
      return mounted(folder, root);
    } catch (IOException failure) {
      delete(folder);
      Assumptions.abort("this test needs root, mkfs.ext4 and loop devices: " + failure);
      throw new IllegalStateException(failure);
    }
  }

  private static LoopDisk mounted(Path folder, Path root) throws IOException, InterruptedException {
    Files.createDirectories(root);
    Shell.run("mount", "-o", "loop", folder.resolve("image").toString(), root.toString());
    return new LoopDisk(folder, root);
  }

  private static void delete(Path folder) {
    if (folder != null) {
      folder.resolve("image").toFile().delete();
      folder.toFile().delete();
    }
  }

  Path root() {
    return root;
  }

  /**
   * What a power cut at this instant would leave, mounted elsewhere: all that was written to the
   * device, and nothing that the system still keeps in memory. Whoever writes on the disk stands
   * still meanwhile; when the system itself writes while the image is copied, it is copied again.
   */
  LoopDisk afterPowerCut(Path elsewhere) throws IOException, InterruptedException {
    Path copied = Files.createTempDirectory(MEMORY, "dianjiao-disk");
    Path statistics = statistics();
    String before;
    do {
      before = Files.readString(statistics);
      Files.copy(
          folder.resolve("image"), copied.resolve("image"), StandardCopyOption.REPLACE_EXISTING);
    } while (!before.equals(Files.readString(statistics)));
    return new LoopDisk(copied, elsewhere);
  }

  /** Mounts what {@link #afterPowerCut} copied; its journal is replayed. */
  void mount() throws IOException, InterruptedException {
    mounted(folder, root);
  }

  /** Counts of reads and writes that the device has done and has under way. */
  private Path statistics() throws IOException, InterruptedException {
    String device = Shell.run("findmnt", "-n", "-o", "SOURCE", root.toString());
    return Path.of("/sys/block", Path.of(device).getFileName().toString(), "stat");
  }

  @Override
  public void close() {
    try {
      Shell.run("umount", root.toString());
    } catch (IOException busy) {
      unmountLater();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      unmountLater();
    }
    delete(folder);
  }

  private void unmountLater() {
    try {
      new ProcessBuilder("umount", "-l", root.toString()).start();
    } catch (IOException failure) {
      throw new IllegalStateException("cannot unmount " + root, failure);
    }
  }
}
