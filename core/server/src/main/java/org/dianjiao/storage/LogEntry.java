package org.dianjiao.storage;

import java.time.Instant;

/**
 * A change that is durable. Fields as in {@link NewEntry}.
 *
 * @param revision its place in the document's one history
 * @param epoch of the owner that wrote it
 * @param author account id, empty for the system
 * @param client that sent it
 * @param sequence the client's own number
 * @param format version of the form of {@code op}
 * @param op the change, JSON
 * @param opHash of what the client sent
 * @param at when it was accepted
 * @param chain hash over this entry and everything before it
 */
public record LogEntry(
    long revision,
    long epoch,
    String author,
    String client,
    long sequence,
    int format,
    String op,
    String opHash,
    Instant at,
    String chain) {}
