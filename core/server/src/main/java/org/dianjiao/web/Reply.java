package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.UnreadableText;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.people.Account;
import org.dianjiao.people.Subject;
import org.dianjiao.search.IndexDamaged;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.EntryChanged;
import org.dianjiao.storage.InvitationRefused;
import org.dianjiao.storage.NameTaken;
import org.dianjiao.storage.StorageException;
import org.dianjiao.storage.StorageFull;
import org.dianjiao.storage.TooManyAssignments;
import org.dianjiao.storage.UnknownAccount;
import org.dianjiao.storage.UnknownDocument;
import org.dianjiao.storage.UnknownProject;
import org.dianjiao.storage.UnknownRevision;
import org.dianjiao.web.openid.OpenIdRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests are answered: work on a worker thread, then JSON, or an error in one form. */
final class Reply {

  private static final String CODE = "dianjiao.code";
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  private final WorkerExecutor workers;
  private final PasswordThreads passwords;

  /** Where passwords are hashed, and who may wait for that. */
  record PasswordThreads(WorkerExecutor threads, PasswordQueue queue) {}

  Reply(WorkerExecutor workers, PasswordThreads passwords) {
    this.workers = workers;
    this.passwords = passwords;
  }

  /** What a client is told about an error. */
  record Problem(String code, String message, Optional<Integer> line, Optional<Integer> column) {}

  /** Does blocking work and answers with its result as JSON. */
  void with(RoutingContext request, Callable<Object> work) {
    of(request, blocking(work));
  }

  /** Answers with a result as JSON, when it is there. */
  <T> void of(RoutingContext request, Future<T> result) {
    result.onSuccess(value -> json(request, value)).onFailure(failure -> error(request, failure));
  }

  /** Does blocking work on a worker thread. */
  <T> Future<T> blocking(Callable<T> work) {
    return workers.executeBlocking(work, false);
  }

  /** Does blocking work in which a password is hashed, or refuses it when too many wait. */
  <T> Future<T> hashing(PasswordQueue.Hashing<T> work) {
    return passwords.queue().run(passwords.threads(), work);
  }

  /** As {@link #signedIn}, for work that depends on whether it is a person or a program. */
  <T> Future<T> by(RoutingContext request, Function<Subject, T> work) {
    Subject subject = Admitted.of(request).subject().orElseThrow();
    return blocking(() -> work.apply(subject));
  }

  /** Does blocking work for whoever makes the request, who was admitted. */
  <T> Future<T> signedIn(RoutingContext request, Function<Account, T> work) {
    Account account = Admitted.of(request).account().orElseThrow();
    return blocking(() -> work.apply(account));
  }

  /** Does blocking work in the project that the request is about. */
  <T> Future<T> within(RoutingContext request, BiFunction<Account, String, T> work) {
    String project = Admitted.of(request).project().orElseThrow();
    return signedIn(request, account -> work.apply(account, project));
  }

  /** Does blocking work on the document that the request is about. */
  <T> Future<T> about(RoutingContext request, BiFunction<Account, DocumentRow, T> work) {
    DocumentRow document = Admitted.of(request).document().orElseThrow();
    return signedIn(request, account -> work.apply(account, document));
  }

  /** Answers with JSON. */
  static void json(RoutingContext request, Object value) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Json.text(value));
  }

  /** Nobody waits for the answer when the client has gone, or was asked to. */
  static void failed(RoutingContext request) {
    if (!(request.failure() instanceof HttpClosedException)) {
      request.next();
    }
  }

  /** Answers with an error. */
  static void error(RoutingContext request, Throwable failure) {
    if (request.response().ended()) {
      return;
    }
    int status = status(failure);
    if (status >= 500) {
      LOG.error("{} {} failed", request.request().method(), request.normalizedPath(), failure);
    }
    Problem problem = problem(failure);
    request.put(CODE, problem.code());
    request.response().setStatusCode(status);
    json(request, problem);
  }

  /** The code that a request was answered with instead of a result; empty when it was done. */
  static Optional<String> code(RoutingContext request) {
    return Optional.ofNullable(request.get(CODE));
  }

  private static Problem problem(Throwable failure) {
    String code =
        failure instanceof Refusal refusal
            ? refusal.code().word()
            : FailureCode.of(status(failure)).word();
    String message =
        status(failure) == 500 ? "a fault of the server; it is in its log" : failure.getMessage();
    return failure instanceof UnreadableText text
        ? new Problem(code, message, Optional.of(text.line()), Optional.of(text.column()))
        : new Problem(code, message, Optional.empty(), Optional.empty());
  }

  private static int status(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.code().status();
    }
    if (failure instanceof UnreadableText) {
      return 422;
    }
    if (failure instanceof TooManyAssignments) {
      return FailureCode.TOO_MANY.status();
    }
    if (failure instanceof NameTaken || failure instanceof EntryChanged) {
      return 409;
    }
    if (failure instanceof InvitationRefused) {
      return 403;
    }
    if (failure instanceof UnknownAccount
        || failure instanceof UnknownProject
        || failure instanceof UnknownDocument
        || failure instanceof UnknownRevision) {
      return 404;
    }
    if (failure instanceof StorageFull) {
      return FailureCode.STORAGE_FULL.status();
    }
    if (failure instanceof IndexDamaged) {
      return FailureCode.UNAVAILABLE.status();
    }
    if (failure instanceof StorageException || failure instanceof OpenIdRefused) {
      return 503;
    }
    if (failure instanceof MalformedJson || failure instanceof IllegalArgumentException) {
      return 400;
    }
    return 500;
  }
}
