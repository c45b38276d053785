package org.dianjiao.storage;

import java.time.Instant;

/**
 * A revision of a document that somebody gave a name.
 *
 * @param id which one
 * @param document of which
 * @param revision that is named; one revision may have several names
 * @param name unique in its document
 * @param note what else there is to say; may be empty
 * @param author account id of who named it
 * @param at when
 */
public record NamedVersion(
    String id,
    String document,
    long revision,
    String name,
    String note,
    String author,
    Instant at) {}
