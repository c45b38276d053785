package org.dianjiao.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.people.Operation;

/** The matrix of who may do what, as a page. */
final class AuthorityPage {

  private static final String HEAD =
      """
      # Who may do what

      This page is written by a test (`AuthorityMatrixTest`) from the register of operations and from the reviewed table
      `core/server/src/test/resources/authority.tsv`. The test starts a server and asks for every operation in every role and in every
      way in. The answer has to be what stands here; after a denial every row of the database has to be as it was, and what is
      allowed has to reach its handler and, where it writes, has to have written.

      A stranger is signed in and no member of the project. ✓ is allowed. A number is the HTTP status of the refusal: 401 nobody is
      signed in, 403 the role is not enough, 404 it is not told that such a thing exists. Over a WebSocket the code of the refusal is
      the same; whoever is not signed in does not get past the first frame there (close 4400). On the event bus every command
      names an account, put there by the server; an account that nobody has is a stranger's.

      The last two columns are API tokens of a manager: one that may only read, and one of a plugin with every right that a plugin can
      have. What a token may not do is found at the border, before anything is on the event bus.

      """;

  private AuthorityPage() {}

  static String of(
      Expectations expected,
      List<HttpAttempt> requests,
      List<FrameAttempts.Attempt> frames,
      List<BusAttempts.Attempt> own) {
    long commands = frames.stream().filter(a -> !a.type().equals("diverged")).count() + own.size();
    long ways = requests.size() + frames.size() + commands;
    StringBuilder page = new StringBuilder(HEAD);
    page.append(
        ("%d operations, %d roles, %d ways of asking (%d over HTTP, %d over a WebSocket, %d on the"
                + " event bus): **%,d cells**.\n\n")
            .formatted(
                expected.operations().size(),
                expected.roles().size(),
                ways,
                requests.size(),
                frames.size(),
                commands,
                cells(expected.roles(), requests.size() + frames.size(), commands)));
    page.append("| operation | takes | ").append(String.join(" | ", expected.roles()));
    page.append(" | ways in |\n|---|---|").append("---|".repeat(expected.roles().size() + 1));
    page.append('\n');
    for (Operation operation : Operation.values()) {
      page.append("| %s | %s | ".formatted(operation.word(), takes(operation)));
      for (String role : expected.roles()) {
        page.append(sign(expected.of(operation.word(), role))).append(" | ");
      }
      page.append(ways(operation, requests, frames, own)).append(" |\n");
    }
    return page.toString();
  }

  private static long cells(List<String> roles, long borders, long commands) {
    long accounts = roles.stream().filter(role -> !AuthorityMatrixTest.isProgram(role)).count();
    return borders * roles.size() + commands * accounts;
  }

  private static String takes(Operation operation) {
    Optional<String> right =
        operation
            .permission()
            .map(needed -> needed.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return right.orElseGet(
        () -> operation.need().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String sign(String cell) {
    return switch (cell) {
      case Expectations.YES -> "✓";
      case "not-signed-in" -> "401";
      case "not-permitted" -> "403";
      case "unknown-document" -> "404";
      default -> throw new IllegalArgumentException("no sign for " + cell);
    };
  }

  private static String ways(
      Operation operation,
      List<HttpAttempt> requests,
      List<FrameAttempts.Attempt> frames,
      List<BusAttempts.Attempt> own) {
    return Stream.of(
            requests.stream()
                .filter(attempt -> attempt.operation() == operation)
                .map(attempt -> "`" + attempt.route() + "`"),
            frames.stream()
                .filter(attempt -> attempt.operation() == operation)
                .map(attempt -> "frame `" + attempt.type() + "`"),
            own.stream()
                .filter(attempt -> attempt.operation() == operation)
                .map(attempt -> "command `" + attempt.type() + "`"))
        .flatMap(found -> found)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
