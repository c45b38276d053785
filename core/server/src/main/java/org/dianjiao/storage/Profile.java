package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;
import org.dianjiao.people.Account;

/**
 * An account with what only its owner and administrators see.
 *
 * @param email where news may go; empty when none was given
 * @param password whether one can sign in with a password
 * @param suspended since when nobody can sign in to it; empty when it is not suspended
 * @param created when it was made
 */
public record Profile(
    Account account,
    Optional<String> email,
    boolean password,
    Optional<Instant> suspended,
    Instant created) {}
