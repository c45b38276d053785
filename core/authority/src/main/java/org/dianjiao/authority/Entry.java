package org.dianjiao.authority;

import java.net.URI;

/** What an authority file has under an id: an entity, or where the entity went that had the id. */
public sealed interface Entry permits Entity, Redirect {

  /** Absolute, and never given to anything else. */
  URI id();
}
