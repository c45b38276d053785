package org.dianjiao.bus;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** The facts about people: whoever changes rights tells, owners and sessions listen. */
public final class PeopleEvents {

  private PeopleEvents() {}

  /** Tells every listener. */
  public static void tell(Vertx vertx, PeopleEvent event) {
    Corridor.tell(vertx, Addresses.PEOPLE_EVENTS, event);
  }

  /** Listens, on the context of the caller. */
  public static Listening listen(Vertx vertx, Consumer<PeopleEvent> listener) {
    return new Listening(
        List.of(Corridor.listen(vertx, Addresses.PEOPLE_EVENTS, PeopleEvent.class, listener)));
  }
}
