package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;
import org.dianjiao.people.Scope;

/**
 * What a program signs in with in place of a person. Its secret was shown once and is not stored.
 *
 * @param account whose rights it narrows down
 * @param name what its owner calls it
 * @param lastUsed exact to a minute; empty when it was never used
 */
public record ApiToken(
    String id,
    String account,
    String name,
    Scope scope,
    Instant created,
    Instant expires,
    Optional<Instant> lastUsed) {}
