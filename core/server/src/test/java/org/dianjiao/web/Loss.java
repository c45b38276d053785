package org.dianjiao.web;

import java.util.Optional;

/** Ways of losing a right, or what one is signed in by. */
enum Loss {
  DOWNGRADE(403),
  REMOVAL(404),
  SIGN_OUT(401),
  ENDED_FROM_ANOTHER_PLACE(401),
  ENDED_WITH_ALL_OTHERS(401),
  PASSWORD_CHANGED(401),
  PASSWORD_RESET(401),
  SUSPENSION(401),
  TOKEN_REVOKED(401),
  OWNER_OF_TOKEN_DOWNGRADED(403),
  OWNER_OF_TOKEN_SUSPENDED(401),
  SIGN_IN_EXPIRES(401),
  TOKEN_EXPIRES(401);

  private final int status;

  Loss(int status) {
    this.status = status;
  }

  /** What a request is answered with afterwards that an editor may make and a viewer not. */
  int status() {
    return status;
  }

  /** Whether whoever loses is nobody afterwards. */
  boolean signsOut() {
    return status == 401;
  }

  /** Whether a viewer is left. */
  boolean leavesAViewer() {
    return status == 403;
  }

  /** What the socket is closed with; empty when it stays open. */
  Optional<Integer> close() {
    return leavesAViewer() ? Optional.empty() : Optional.of(4403);
  }

  /** Whether a program has the socket open. */
  boolean ofAToken() {
    return name().contains("TOKEN");
  }
}
