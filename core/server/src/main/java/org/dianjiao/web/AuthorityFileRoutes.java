package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.authority.Duplicates;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.FileCheck;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.NewStep;
import org.dianjiao.exchange.authority.AuthorityFormat;
import org.dianjiao.exchange.authority.Fault;
import org.dianjiao.exchange.authority.ImportPlan;
import org.dianjiao.exchange.authority.Intake;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;

/** Authority files as files that come in and go out, and what is wrong or double in them. */
final class AuthorityFileRoutes {

  private static final String SERVER = "/api/authority";
  private static final String PROJECT = "/api/projects/:project/authority";
  private static final int PAIRS = 200;
  private static final int TOLD = 1000;

  private final Database database;
  private final AuthorityDesk desk;
  private final Limits limits;
  private final Reply reply;

  AuthorityFileRoutes(Database database, AuthorityDesk desk, Limits limits, Reply reply) {
    this.database = database;
    this.desk = desk;
    this.limits = limits;
    this.reply = reply;
  }

  /** What came of an import; without a step nothing was done. */
  private record Taken(
      Optional<Long> step,
      int added,
      int replaced,
      int same,
      int kept,
      int faultCount,
      List<Fault> faults) {}

  private record PairTold(
      String one,
      String oneLabel,
      String other,
      String otherLabel,
      double likelihood,
      List<String> reasons) {}

  private record Finding(String id, String message) {}

  private record Told(int count, List<?> found) {}

  void on(Routes routes) {
    on(routes, SERVER, Operation.SEE_AUTHORITY, Operation.CHANGE_AUTHORITY);
    on(routes, PROJECT, Operation.SEE_PROJECT_AUTHORITY, Operation.CHANGE_PROJECT_AUTHORITY);
  }

  private void on(Routes routes, String base, Operation see, Operation change) {
    routes.get(base + "/file", see, this::write);
    routes.get(base + "/duplicates", see, this::duplicates);
    routes.get(base + "/check", see, this::check);
    routes.post(base + "/file", change, limits.authorityFileBytes(), this::take);
  }

  private static String file(RoutingContext request) {
    return Admitted.of(request).project().orElse(AuthorityFiles.SERVER);
  }

  private static AuthorityFormat format(RoutingContext request) {
    return AuthorityFormat.of(
        Query.word(request, "format")
            .orElseThrow(() -> new IllegalArgumentException("format is missing")));
  }

  private List<Entry> entries(String file) {
    return database.authorityFiles().whole(file).entries().stream()
        .sorted(Comparator.comparing(entry -> entry.id().toString()))
        .toList();
  }

  private void write(RoutingContext request) {
    AuthorityFormat format = format(request);
    String file = file(request);
    reply
        .blocking(() -> format.text(entries(file), "Authority file"))
        .onSuccess(
            text ->
                Attachment.send(
                    request,
                    "authority" + format.suffix(),
                    format.mediaType(),
                    Buffer.buffer(text)))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void take(RoutingContext request) {
    AuthorityFormat format = format(request);
    String file = file(request);
    boolean keep = Query.word(request, "keep").isPresent();
    boolean skip = Query.word(request, "skip-faults").isPresent();
    boolean tryOnly = Query.word(request, "try").isPresent();
    Buffer body = Optional.ofNullable(request.body().buffer()).orElseGet(Buffer::buffer);
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              Intake intake = read(format, body);
              boolean refused = intake.faultCount() > 0 && !skip;
              return taken(file, intake, keep, tryOnly || refused, account);
            }));
  }

  private Intake read(AuthorityFormat format, Buffer body) {
    try {
      return format.read(
          List.of(new ByteArrayInputStream(body.getBytes())), limits.authorityEntries());
    } catch (Intake.TooManyEntries full) {
      throw new Refusal(FailureCode.TOO_MANY, full.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Taken taken(String file, Intake intake, boolean keep, boolean tryOnly, Account account) {
    EntityFile there = desk.seen(file).file();
    ImportPlan plan = ImportPlan.of(there, intake.entries(), keep);
    plan.requireRoom(there, limits.authorityEntries());
    Optional<Long> step = Optional.empty();
    if (!tryOnly && !plan.changes().isEmpty()) {
      step =
          Optional.of(
              database
                  .authorityFiles()
                  .add(file, NewStep.by(account.id(), Deed.IMPORT, "", plan.changes())));
    }
    return new Taken(
        step,
        plan.added(),
        plan.replaced(),
        plan.same(),
        plan.kept(),
        intake.faultCount(),
        intake.faults());
  }

  private void duplicates(RoutingContext request) {
    answer(
        request,
        entries -> {
          List<Duplicates.Pair> pairs =
              Duplicates.among(
                  entries.stream()
                      .filter(Entity.class::isInstance)
                      .map(Entity.class::cast)
                      .toList());
          return new Told(
              pairs.size(), pairs.stream().limit(PAIRS).map(AuthorityFileRoutes::told).toList());
        });
  }

  private static PairTold told(Duplicates.Pair pair) {
    return new PairTold(
        pair.one().id().toString(),
        pair.one().label(),
        pair.other().id().toString(),
        pair.other().label(),
        pair.likelihood(),
        pair.reasons());
  }

  private void check(RoutingContext request) {
    answer(
        request,
        entries -> {
          List<FileCheck.Finding> findings = FileCheck.of(entries);
          return new Told(
              findings.size(),
              findings.stream()
                  .limit(TOLD)
                  .map(one -> new Finding(one.id().toString(), one.message()))
                  .toList());
        });
  }

  /** Of all that the file shows, with the server's below a project's own. */
  private void answer(RoutingContext request, Function<List<Entry>, Object> work) {
    String file = file(request);
    reply.with(
        request,
        () ->
            work.apply(
                desk.seen(file)
                    .file()
                    .entries()
                    .sorted(Comparator.comparing(entry -> entry.id().toString()))
                    .toList()));
  }
}
