package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.storage.Offers.Offer;
import org.junit.jupiter.api.Test;

/** What every engine promises about what plugins offer in closed documents. */
abstract class OffersContract extends StorageContract {

  OffersContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @Test
  void givesBackThePagesInTheOrderInWhichTheyWereKept() {
    String document = newDocument();
    String other = newDocument();
    Offer marks = new Offer("marks", 3, "{\"suggestions\":[\"𠲽，\"]}");
    Offer more = new Offer("marks", 3, "{}");
    Offer names = new Offer("names", 4, "{}");
    assertThat(database.offers().of(document)).isEmpty();
    database.offers().keep(document, List.of(), List.of(names, marks, more));
    database.offers().keep(document, List.of(), List.of(new Offer("marks", 5, "[]")));
    database.offers().keep(other, List.of("marks"), List.of(names));
    assertThat(database.offers().of(document))
        .containsExactly(marks, more, new Offer("marks", 5, "[]"), names);
    assertThat(database.offers().of(other)).containsExactly(names);
  }

  @Test
  void forgetsWhatBeginsAnew() {
    String document = newDocument();
    Offer marks = new Offer("marks", 3, "{}");
    Offer names = new Offer("names", 4, "{}");
    database.offers().keep(document, List.of(), List.of(marks, names, names));
    Offer fresh = new Offer("names", 5, "{}");
    database.offers().keep(document, List.of("names", "none"), List.of(fresh));
    assertThat(database.offers().of(document)).containsExactly(marks, fresh);
    database.offers().keep(document, List.of("names", "marks"), List.of());
    assertThat(database.offers().of(document)).isEmpty();
  }
}
