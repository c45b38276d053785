package org.dianjiao.web.openid;

/** What a provider said does not hold; the message is for the log, and names no secret. */
public final class OpenIdRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OpenIdRefused(String message) {
    super(message);
  }

  OpenIdRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
