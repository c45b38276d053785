package org.dianjiao.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.people.Account;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * What a reviewer does besides reading: approves lines as they are shown, one at a time, under a
 * name and numbers of their own; an approval in flight is sent again as it was.
 */
final class Reviewing {

  private final Simulation world;
  private final Account account;
  private final Consumer<String> sender;
  private String client;
  private long sequence;
  private int copies;
  private Optional<String> inFlight = Optional.empty();

  Reviewing(Simulation world, Account account, Consumer<String> sender) {
    this.world = world;
    this.account = account;
    this.sender = sender;
    begin();
  }

  private void begin() {
    client = "review-%016x".formatted(world.agenda().random().nextLong());
    sequence = 0;
  }

  /** Approves some line of the text that is shown. */
  void approve(Text shown) {
    if (inFlight.isPresent()) {
      return;
    }
    Line line = shown.lineAt(world.agenda().random().nextInt(shown.length() + 1));
    String passage = shown.slice(line.start(), line.end());
    Edit edit = new Edit(client, ++sequence);
    world.approves(edit, passage);
    world.observe(new Sent(edit, account.id(), "", world.agenda().now()));
    inFlight =
        Optional.of(
            Frame.approve(
                Simulation.DOCUMENT, client, sequence, line.start(), line.end(), passage));
    copies = 0;
    resend();
  }

  void resend() {
    copies++;
    inFlight.ifPresent(sender);
  }

  /** Whether an answer was for this reviewer. */
  boolean answered(JsonNode frame) {
    boolean own = frame.path("client").asText().equals(client);
    if (own && inFlight.isPresent() && frame.path("sequence").asLong() == sequence) {
      inFlight = Optional.empty();
      Edit edit = new Edit(client, sequence);
      if (frame.path("type").asText().equals("done")) {
        world.observe(
            new Acknowledged(edit, world.agenda().now(), frame.path("revision").asLong()));
      } else {
        if (copies == 1) {
          world.observe(new Refused(edit, frame.path("message").asText()));
        }
        begin();
      }
    }
    return own;
  }
}
