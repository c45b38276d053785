package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Scope;
import org.dianjiao.search.IndexDesk;
import org.dianjiao.session.FrameCommands;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.web.openid.OpenIdSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role asks for every operation in every way in, of a server that really runs. The answer is
 * what the reviewed table says; a denial leaves every row as it was.
 */
class AuthorityMatrixTest {

  private static final Path PAGE = Path.of("../../docs/authority.md");

  /** Each cell has a document of its own, which is to be closed when others are asked about. */
  private static final Limits LIMITS =
      Json.readSettings(
          """
          stranger-millis: 20
          idle-seconds: 2
          head-seconds: 1
          sockets-per-account: 1000
          sockets-per-address: 5000
          """,
          Limits.class);

  private static final AccountLimits ACCOUNTS =
      Json.readSettings(
          "password-kib: 64\ntokens-per-account: 1000\ninvitations-open: 1000\nsetup-tries: 1000\naddress-tries: 1000",
          AccountLimits.class);

  /** What ends a sign-in. */
  private static final Set<Operation> SIGNING =
      Set.of(Operation.SIGN_IN, Operation.SIGN_OUT, Operation.END_OTHER_SIGN_INS);

  private static final AtomicInteger NAMES = new AtomicInteger();

  /** One that does not answer. */
  private static final OpenIdSettings PROVIDER =
      new OpenIdSettings(
          "Library",
          URI.create("http://127.0.0.1:9"),
          "dianjiao",
          "a secret of sixteen",
          URI.create("http://127.0.0.1"),
          false);

  @TempDir(factory = InMemory.class)
  static Path folder;

  @TempDir(factory = InMemory.class)
  static Path other;

  private static RunningServer server;
  private static Rows rows;
  private static Scene.Person helper;
  private static Map<String, Scene.Person> people;
  private static Expectations expected;
  private static List<Routes.Declared> routes;
  private static String project;

  @BeforeAll
  static void start() throws Exception {
    expected = new Expectations();
    Scene.install(folder);
    server = new RunningServer(folder, LIMITS, ACCOUNTS, Optional.of(PROVIDER));
    rows = new Rows(folder.resolve("data"));
    helper = person("helper", server.member("helper", "manager"));
    people = new LinkedHashMap<>();
    for (String role : expected.roles()) {
      people.put(role, person(role, browser(role)));
    }
    routes = declaredRoutes();
  }

  /** What is asked of a whole project or changes it is asked of few documents and members. */
  @BeforeEach
  void makeProject() {
    project = server.newProject("Matrix");
    enrol();
  }

  /** Whoever is something in the server's first project is the same in this one. */
  private static void enrol() {
    rows.change(
        """
        INSERT INTO membership (project_id, account_id, role)
        SELECT '%s', account_id, role FROM membership WHERE project_id = '%s'
        ON CONFLICT DO NOTHING"""
            .formatted(project, server.project));
  }

  private static Browser browser(String role) {
    return switch (role) {
      case "nobody" -> server.browser();
      case "stranger" -> server.stranger("matrix-stranger");
      case "administrator" -> server.administrator;
      case "token" -> program(role, false, List.of(Permission.READ_DOCUMENT));
      case "plugin" ->
          program(role, true, Stream.of(Permission.values()).filter(Scope::isForPlugins).toList());
      default -> server.member("matrix-" + role, role);
    };
  }

  /** A program with the token of a manager. */
  private static Browser program(String role, boolean plugin, List<Permission> rights) {
    Browser manager = server.member("matrix-" + role, "manager");
    JsonObject wanted =
        new JsonObject()
            .put("name", role)
            .put("plugin", plugin)
            .put("permissions", new JsonArray(rights.stream().map(Permission::word).toList()));
    String secret = manager.expect(200, manager.post("/api/me/tokens", wanted)).getString("secret");
    return new Browser(server, secret);
  }

  private static Scene.Person person(String role, Browser browser) {
    return new Scene.Person(
        role,
        browser,
        role.equals("nobody")
            ? "nobody-at-all"
            : browser.expect(200, browser.get("/api/me")).getString("id"));
  }

  /** What a server declares, asked of one that listens somewhere else. */
  private static List<Routes.Declared> declaredRoutes() {
    Vertx vertx = Vertx.vertx();
    StorageSettings settings = StorageSettings.defaults(other.resolve("data"));
    try (Database database = Database.open(settings)) {
      WebVerticle web =
          new WebVerticle(
              WebVerticle.Shared.of(
                  new WebSettings(RunningServer.HOST, 0, false),
                  LIMITS,
                  Doors.of(LIMITS.signInTries(), ACCOUNTS, Optional.of(PROVIDER), true, () -> {}),
                  database,
                  new FreeSpace(settings),
                  new IndexDesk(database, other),
                  List::of));
      vertx.deployVerticle(web).await();
      return web.routes();
    } finally {
      vertx.close().await();
    }
  }

  @AfterAll
  static void stop() {
    rows.close();
    server.close();
  }

  static Stream<HttpAttempt> requests() {
    return HttpAttempts.all().stream();
  }

  static Stream<FrameAttempts.Attempt> frames() {
    return FrameAttempts.all().stream();
  }

  /** A command stands for a frame, so that what reports nothing to its client is no command. */
  static Stream<FrameAttempts.Attempt> commands() {
    return frames().filter(attempt -> !attempt.type().equals("diverged"));
  }

  static Stream<BusAttempts.Attempt> ownCommands() {
    return BusAttempts.all().stream();
  }

  private static Scene scene(String role) {
    return new Scene(server, project, rows, people.get(role), helper);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void overHttp(HttpAttempt attempt) throws Exception {
    for (String role : expected.roles()) {
      Scene scene = SIGNING.contains(attempt.operation()) ? leaving(role) : scene(role);
      check(attempt.operation(), role, attempt.writes(), attempt.prepared(scene));
    }
  }

  /** Somebody of this role whose sign-in no other test needs. */
  private static Scene leaving(String role) {
    if (Set.of("nobody", "token", "plugin").contains(role)) {
      return scene(role);
    }
    String name = "leaver-" + NAMES.incrementAndGet();
    Browser browser =
        switch (role) {
          case "stranger", "administrator" -> server.stranger(name);
          default -> server.member(name, role);
        };
    if (role.equals("administrator")) {
      rows.change("UPDATE account SET administrator = true WHERE name = '%s'".formatted(name));
    }
    enrol();
    return new Scene(server, project, rows, person(role, browser), helper);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void overTheSocket(FrameAttempts.Attempt attempt) throws Exception {
    for (String role : expected.roles()) {
      Scene scene = scene(role);
      JsonObject frame = attempt.frame().apply(scene);
      check(
          attempt.operation(),
          role,
          attempt.writes(),
          () -> SocketWay.outcome(scene, attempt, frame));
    }
  }

  /** Whoever is on the bus names an account: one that nobody has is a stranger's. */
  @ParameterizedTest
  @MethodSource("commands")
  void onTheBus(FrameAttempts.Attempt attempt) throws Exception {
    List<String> accounts = expected.roles().stream().filter(role -> !isProgram(role)).toList();
    for (String role : accounts) {
      Scene scene = scene(role);
      DocumentCommand command = command(attempt, scene);
      assertThat(command.operations()).containsExactly(attempt.operation());
      helper.browser().tab(scene.document).close(); // its owner is open
      check(
          attempt.operation(),
          role.equals("nobody") ? "stranger" : role,
          attempt.writes(),
          () -> BusWay.outcome(server, command));
    }
  }

  /** The same, of what the server asks for by itself when somebody asked over HTTP. */
  @ParameterizedTest
  @MethodSource("ownCommands")
  void onTheBusOnly(BusAttempts.Attempt attempt) throws Exception {
    for (String role : expected.roles()) {
      Scene scene = scene(role);
      DocumentCommand command = attempt.command().apply(scene);
      assertThat(command.operations()).containsExactly(attempt.operation());
      if (!isProgram(role)) {
        helper.browser().tab(scene.document).close(); // its owner is open
        check(
            attempt.operation(),
            role.equals("nobody") ? "stranger" : role,
            attempt.writes(),
            () -> BusWay.outcome(server, command));
      }
    }
  }

  /** What a token may not do is found before anything is on the bus. */
  static boolean isProgram(String role) {
    return role.equals("token") || role.equals("plugin");
  }

  private static DocumentCommand command(FrameAttempts.Attempt attempt, Scene scene) {
    String frame = attempt.frame().apply(scene).encode();
    return FrameCommands.command(frame, scene.person.account()).orElseThrow();
  }

  private static void check(
      Operation operation, String role, boolean writes, Callable<String> asking) throws Exception {
    String answer = expected.of(operation.word(), role);
    String before = rows.all();
    assertThat(asking.call()).as("%s by %s", operation.word(), role).isEqualTo(answer);
    if (writes && answer.equals(Expectations.YES)) {
      assertThat(rows.all()).as("%s by %s did nothing", operation, role).isNotEqualTo(before);
    } else {
      assertThat(rows.all()).as("%s by %s changed rows", operation, role).isEqualTo(before);
    }
  }

  @Test
  void everyOperationHasItsLineInTheTable() {
    assertThat(expected.operations())
        .containsExactly(Stream.of(Operation.values()).map(Operation::word).toArray(String[]::new));
  }

  @Test
  void everyOperationIsAskedFor() {
    Set<Operation> asked = new TreeSet<>();
    requests().forEach(attempt -> asked.add(attempt.operation()));
    frames().forEach(attempt -> asked.add(attempt.operation()));
    ownCommands().forEach(attempt -> asked.add(attempt.operation()));
    assertThat(asked).containsExactly(Operation.values());
  }

  @Test
  void everyAddressIsAskedForItsOperation() {
    assertThat(requests().map(a -> a.operation() + " at " + a.route()))
        .containsAll(routes.stream().map(r -> r.operation() + " at " + r.words()).toList());
    assertThat(requests().map(HttpAttempt::route).collect(Collectors.toSet()))
        .isEqualTo(routes.stream().map(Routes.Declared::words).collect(Collectors.toSet()));
  }

  @Test
  void everyFrameIsSent() {
    Set<String> sent = frames().map(FrameAttempts.Attempt::type).collect(Collectors.toSet());
    sent.add("hello"); // by every tab, and its refusal by the test of the border
    assertThat(sent).isEqualTo(FrameCommands.types());
  }

  @Test
  void everyCommandIsSent() {
    Set<Class<?>> sent =
        commands()
            .map(attempt -> command(attempt, scene("reviewer")).getClass())
            .collect(Collectors.toSet());
    ownCommands()
        .forEach(attempt -> sent.add(attempt.command().apply(scene("reviewer")).getClass()));
    assertThat(sent).containsExactlyInAnyOrderElementsOf(kinds(DocumentCommand.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(AuthorityMatrixTest::kinds)
        : Stream.of(type);
  }

  /** With {@code -Ddianjiao.write=true} the page is written anew. */
  @Test
  void thePageShowsTheMatrix() throws IOException {
    String page =
        AuthorityPage.of(expected, requests().toList(), frames().toList(), ownCommands().toList());
    if (Boolean.getBoolean("dianjiao.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
