package org.dianjiao.session;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.limits.Limits;

/** What a session makes of the frames of a client, for tests of the ways in. */
public final class FrameCommands {

  private FrameCommands() {}

  /** The words of all kinds of frames. */
  public static Set<String> types() {
    return kinds(ClientFrame.class)
        .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(FrameCommands::kinds)
        : Stream.of(type);
  }

  /** The command that a frame becomes; empty when it becomes none. */
  public static Optional<DocumentCommand> command(String json, String account) {
    ClientFrame frame = Frames.reader(Limits.defaults()).read(json);
    return frame instanceof ClientFrame.About about
        ? new Translation(account, "session-of-a-test").command(about)
        : Optional.empty();
  }
}
