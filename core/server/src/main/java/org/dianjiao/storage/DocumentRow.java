package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a list of documents.
 *
 * @param id generated, never reused
 * @param project that it belongs to
 * @param title what people see
 * @param created when
 * @param revision of the last change, 0 when there is none
 * @param changed when that was; empty when there is none
 */
public record DocumentRow(
    String id,
    String project,
    String title,
    Instant created,
    long revision,
    Optional<Instant> changed) {}
