package org.dianjiao.reconciliation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.LabelSearch.Found;

/** Entities that can be looked up: an authority file at one moment. */
public interface EntityDirectory {

  /** The best for what is written of a label, the best first. */
  List<Found> find(String query, Predicate<Entity> wanted, int limit);

  /** What an id means now. */
  Optional<Entity> entity(URI id);
}
