package org.dianjiao.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done with an authority file.
 *
 * @param number from 1 on
 * @param account whose work it is; empty when it is the server's
 * @param reviewer who accepted it; empty when nobody had to
 * @param reason in the words of the author
 * @param undoes the step that it takes back
 */
public record Step(
    long number,
    Deed deed,
    Optional<String> account,
    Optional<String> reviewer,
    Instant at,
    String reason,
    Optional<Long> undoes) {}
