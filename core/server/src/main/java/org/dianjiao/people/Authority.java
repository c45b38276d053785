package org.dianjiao.people;

import java.util.Optional;
import org.dianjiao.people.Denial.Reason;
import org.dianjiao.people.Operation.Thing;

/**
 * The one function that says who may do what. HTTP, WebSocket and event bus all pass it, for every
 * operation; what it does not allow is denied.
 */
public final class Authority {

  private Authority() {}

  /** Why this may not be done; empty when it may. */
  public static Optional<Denial> refusal(Asker asker, Operation operation) {
    return switch (operation.need()) {
      case NOTHING -> Optional.empty();
      case SIGNED_IN, PERSON -> unlessSignedIn(asker);
      case ADMINISTRATOR -> unlessSignedIn(asker).or(() -> unlessAdministrator(asker, operation));
      case RIGHT -> unlessSignedIn(asker).or(() -> unlessMember(asker, operation));
    };
  }

  /** As {@link #refusal(Asker, Operation)}, for a program with a token, when there is a scope. */
  public static Optional<Denial> refusal(Asker asker, Optional<Scope> scope, Operation operation) {
    return refusal(asker, operation).or(() -> scope.flatMap(narrow -> outside(narrow, operation)));
  }

  /** Why a token is not enough for this, whatever its account may; empty when it is. */
  public static Optional<Denial> outside(Scope scope, Operation operation) {
    return switch (operation.need()) {
      case NOTHING, SIGNED_IN -> Optional.empty();
      case PERSON, ADMINISTRATOR ->
          Optional.of(new Denial(Reason.NOT_PERMITTED, "this takes a person, not a token"));
      case RIGHT ->
          operation.thing() == Thing.SERVER && scope.project().isPresent()
              ? Optional.of(new Denial(Reason.NOT_PERMITTED, "this token reaches one project only"))
              : operation
                  .permission()
                  .filter(permission -> !scope.permissions().contains(permission))
                  .map(Permission::words)
                  .map(words -> new Denial(Reason.NOT_PERMITTED, "this token may not " + words));
    };
  }

  private static Optional<Denial> unlessSignedIn(Asker asker) {
    return asker.signedIn()
        ? Optional.empty()
        : Optional.of(new Denial(Reason.NOT_SIGNED_IN, "nobody is signed in"));
  }

  private static Optional<Denial> unlessAdministrator(Asker asker, Operation operation) {
    if (asker.administrator()) {
      return Optional.empty();
    }
    return unlessSeen(asker, operation.thing())
        .or(() -> Optional.of(new Denial(Reason.NOT_PERMITTED, "this takes an administrator")));
  }

  private static Optional<Denial> unlessMember(Asker asker, Operation operation) {
    Permission permission = operation.permission().orElseThrow();
    if (operation.thing() == Thing.SERVER) {
      return asker.role().filter(role -> role.includes(permission.least())).isPresent()
          ? Optional.empty()
          : Optional.of(
              new Denial(
                  Reason.NOT_PERMITTED,
                  "this takes %s of some project".formatted(permission.least().withArticle())));
    }
    return unlessSeen(asker, operation.thing())
        .or(
            () ->
                permission
                    .refusal(asker.role())
                    .map(words -> new Denial(Reason.NOT_PERMITTED, words)));
  }

  /** A stranger is not told that something exists. */
  private static Optional<Denial> unlessSeen(Asker asker, Thing thing) {
    return thing == Thing.SERVER || asker.role().isPresent()
        ? Optional.empty()
        : Optional.of(notThere(thing));
  }

  /** What is said of a thing that is not there, or not for this person. */
  public static Denial notThere(Thing thing) {
    String what = thing == Thing.PROJECT ? "project" : "document";
    return new Denial(Reason.NOT_THERE, "no such %s, or it is not yours to see".formatted(what));
  }
}
