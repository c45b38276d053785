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
  void givesBackWhatWasKeptLast() {
    String document = newDocument();
    String other = newDocument();
    Offer marks = new Offer("marks", 3, "{\"suggestions\":[\"𠲽，\"]}");
    Offer names = new Offer("names", 4, "{}");
    assertThat(database.offers().of(document)).isEmpty();
    database.offers().keep(document, List.of(names, marks));
    database.offers().keep(other, List.of(names));
    assertThat(database.offers().of(document)).containsExactly(marks, names);
    database.offers().keep(document, List.of(new Offer("marks", 5, "{}")));
    assertThat(database.offers().of(document)).containsExactly(new Offer("marks", 5, "{}"));
    database.offers().keep(document, List.of());
    assertThat(database.offers().of(document)).isEmpty();
    assertThat(database.offers().of(other)).containsExactly(names);
  }
}
