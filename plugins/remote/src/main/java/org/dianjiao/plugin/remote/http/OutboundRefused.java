package org.dianjiao.plugin.remote.http;

import java.io.IOException;

/** A way out that the operator did not allow; nothing was sent. */
public final class OutboundRefused extends IOException {

  private static final long serialVersionUID = 1L;

  OutboundRefused(String message) {
    super(message);
  }
}
