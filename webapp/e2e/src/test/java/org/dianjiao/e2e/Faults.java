package org.dianjiao.e2e;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a page complains about in its console: errors, uncaught exceptions, breaches of its policy.
 */
final class Faults {

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private boolean outage;

  Faults(Page page) {
    page.onConsoleMessage(this::said);
    page.onPageError(seen::add);
  }

  private void said(ConsoleMessage message) {
    String text = message.text();
    boolean complaint = message.type().equals("error") || text.contains("Content Security Policy");
    // The question who is signed in is answered 401 to those who are not.
    boolean asked = message.location().contains("/api/me") && text.contains("401");
    boolean unreachable =
        text.contains("net::ERR_CONNECTION") || text.contains("net::ERR_EMPTY_RESPONSE");
    if (complaint && !asked && !(outage && unreachable)) {
      seen.add(text + " (" + message.location() + ")");
    }
  }

  /** From now on the browser may complain that the server cannot be reached. */
  void expectOutage() {
    outage = true;
  }

  List<String> seen() {
    return List.copyOf(seen);
  }
}
