package org.dianjiao.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dianjiao.api.Action;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Effect;
import org.dianjiao.document.MarksOf;
import org.dianjiao.document.TalkEffect;
import org.dianjiao.text.ChangeSet;

/** What a client sends. Each frame checks what can be checked without the document. */
sealed interface ClientFrame {

  /** The form of the names that clients give themselves. */
  Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  /** The form of a text's checksum. */
  Pattern CHECKSUM = Pattern.compile("[0-9a-f]{14}");

  /** Who I am. */
  record Hello(int protocol, String ticket) implements ClientFrame {
    /** Checks what it can. */
    public Hello {
      Objects.requireNonNull(ticket, "ticket");
    }
  }

  /** A frame about a document. */
  sealed interface About extends ClientFrame {
    String document();
  }

  /** Shows the document. */
  record Open(String document, String client, Optional<Long> since, Optional<Long> epoch)
      implements About {
    /** Checks what it can. */
    public Open {
      Objects.requireNonNull(document, "document");
      checkName(client);
      if (since.isPresent() != epoch.isPresent()) {
        throw new IllegalArgumentException("since and epoch come together");
      }
    }
  }

  /** Edits. */
  record Submit(String document, String client, long sequence, long base, List<SentUpdate> updates)
      implements Numbered {
    /** Checks what it can. */
    public Submit {
      Objects.requireNonNull(document, "document");
      checkName(client);
      updates = List.copyOf(updates);
      if (base < 0) {
        throw new IllegalArgumentException("base revision " + base + " is below 0");
      }
    }
  }

  /** One update of a submit. */
  record SentUpdate(ChangeSet changes, List<Effect> effects) {
    /** Checks what it can. */
    public SentUpdate {
      Objects.requireNonNull(changes, "changes");
      effects = List.copyOf(effects);
    }
  }

  /** Changes from a revision on. */
  record Pull(String document, long from) implements About {
    /** Checks what it can. */
    public Pull {
      Objects.requireNonNull(document, "document");
    }
  }

  /** I hold another text than the server at a revision. */
  record Diverged(String document, long revision, String checksum) implements About {
    /** Checks what it can. */
    public Diverged {
      Objects.requireNonNull(document, "document");
      if (!CHECKSUM.matcher(checksum).matches()) {
        throw new IllegalArgumentException("a checksum has 14 hexadecimal digits");
      }
    }
  }

  /** The annotations and approvals of a range. */
  record Annotations(
      String document,
      long revision,
      int start,
      int end,
      Optional<Boolean> orphans,
      Optional<List<String>> ids)
      implements About {
    /** Checks what it can. */
    public Annotations {
      Objects.requireNonNull(document, "document");
      checkRange(start, end);
      ids = ids.map(List::copyOf);
    }
  }

  /** Where my selection is. */
  record Here(String document, long revision, int anchor, int head) implements About {
    /** Checks what it can. */
    public Here {
      Objects.requireNonNull(document, "document");
    }
  }

  /** Runs a plugin. */
  record Analyze(String document, String plugin, Optional<Integer> start, Optional<Integer> end)
      implements About {
    /** Checks what it can. */
    public Analyze {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(plugin, "plugin");
      start.ifPresent(from -> checkRange(from, end.orElse(Integer.MAX_VALUE)));
    }
  }

  /** Drops a plugin's suggestions. */
  record Dismiss(String document, String plugin) implements About {
    /** Checks what it can. */
    public Dismiss {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(plugin, "plugin");
    }
  }

  /** A frame whose number makes it happen once. */
  sealed interface Numbered extends About {
    String client();

    long sequence();
  }

  /**
   * Decides on suggestions. With {@code more} it only names some of them: the others, and the end,
   * come in frames with the same number.
   */
  record Decide(
      String document,
      String client,
      long sequence,
      List<String> suggestions,
      Outcome outcome,
      Optional<Integer> candidate,
      Optional<Action> correction,
      Optional<Boolean> more)
      implements Numbered {
    /** Checks what it can. */
    public Decide {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(outcome, "outcome");
      checkName(client);
      suggestions = List.copyOf(suggestions);
    }

    /** The same decision on these suggestions. */
    Decide on(List<String> named) {
      return new Decide(
          document, client, sequence, named, outcome, candidate, correction, Optional.empty());
    }

    /** Whether the other is a part of the same decision. */
    boolean goesWith(Decide other) {
      return document.equals(other.document)
          && client.equals(other.client)
          && sequence == other.sequence;
    }
  }

  /** A passage as it is displayed. */
  record Passage(int start, int end, String hash) {
    /** Checks what it can. */
    public Passage {
      Objects.requireNonNull(hash, "hash");
      checkRange(start, end);
    }
  }

  /** Approves passages. */
  record Approve(String document, String client, long sequence, List<Passage> passages)
      implements Numbered {
    /** Checks what it can. */
    public Approve {
      Objects.requireNonNull(document, "document");
      checkName(client);
      passages = List.copyOf(passages);
    }
  }

  /** Says that passages are ready. */
  record Ready(String document, String client, long sequence, List<Passage> passages)
      implements Numbered {
    /** Checks what it can. */
    public Ready {
      Objects.requireNonNull(document, "document");
      checkName(client);
      passages = List.copyOf(passages);
    }
  }

  /** Says something to the others; its place counts at a revision. */
  record Talk(String document, String client, long sequence, long revision, TalkEffect talk)
      implements Numbered {
    /** Checks what it can. */
    public Talk {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(talk, "talk");
      checkName(client);
      if (revision < 0) {
        throw new IllegalArgumentException("revision " + revision + " is below 0");
      }
    }
  }

  /** Takes one's own word back that a passage is ready. */
  record Unready(String document, String client, long sequence, String ready) implements Numbered {
    /** Checks what it can. */
    public Unready {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(ready, "ready");
      checkName(client);
    }
  }

  /** Takes an approval back. */
  record Withdraw(String document, String client, long sequence, String approval)
      implements Numbered {
    /** Checks what it can. */
    public Withdraw {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(approval, "approval");
      checkName(client);
    }
  }

  /** Undoes a change. */
  record Revert(String document, String client, long sequence, long revision) implements Numbered {
    /** Checks what it can. */
    public Revert {
      Objects.requireNonNull(document, "document");
      checkName(client);
    }
  }

  /** Brings the text of a revision back; with a range, only that passage of it. */
  record Restore(
      String document,
      String client,
      long sequence,
      long revision,
      Optional<Integer> start,
      Optional<Integer> end)
      implements Numbered {
    /** Checks what it can. */
    public Restore {
      Objects.requireNonNull(document, "document");
      checkName(client);
      if (start.isPresent() != end.isPresent()) {
        throw new IllegalArgumentException("start and end come together");
      }
      start.ifPresent(from -> checkRange(from, end.get()));
    }
  }

  /** Undoes all that a person or a plugin did from one revision to another. */
  record Undo(
      String document,
      String client,
      long sequence,
      Optional<String> account,
      Optional<String> plugin,
      Optional<String> version,
      long from,
      long to)
      implements Numbered {
    /** Checks what it can. */
    public Undo {
      Objects.requireNonNull(document, "document");
      checkName(client);
      Deeds.check(account, plugin, version, from, to);
    }
  }

  /** Takes marks of one origin away, or all; with a range, only there. */
  record Unmark(
      String document,
      String client,
      long sequence,
      Optional<Boolean> imported,
      Optional<String> account,
      Optional<String> plugin,
      Optional<String> version,
      Optional<Long> revision,
      Optional<Integer> start,
      Optional<Integer> end)
      implements Numbered {
    /** Checks what it can. */
    public Unmark {
      Objects.requireNonNull(document, "document");
      checkName(client);
      if (start.isPresent() != end.isPresent() || start.isPresent() != revision.isPresent()) {
        throw new IllegalArgumentException("revision, start and end come together");
      }
      start.ifPresent(from -> checkRange(from, end.get()));
      new MarksOf(imported.orElse(false), account, plugin, version);
    }

    /** Whose marks are meant. */
    MarksOf whose() {
      return new MarksOf(imported.orElse(false), account, plugin, version);
    }
  }

  /** Puts the marks back that one took away oneself. */
  record Remark(String document, String client, long sequence, long revision) implements Numbered {
    /** Checks what it can. */
    public Remark {
      Objects.requireNonNull(document, "document");
      checkName(client);
    }
  }

  /** Stop telling me. */
  record Close(String document) implements About {
    /** Checks what it can. */
    public Close {
      Objects.requireNonNull(document, "document");
    }
  }

  private static void checkRange(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("range " + start + "–" + end + " is reversed or negative");
    }
  }

  private static void checkName(String name) {
    Objects.requireNonNull(name, "client");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "client \"" + name + "\" is not 16 to 64 letters, digits, _ and -");
    }
  }
}
