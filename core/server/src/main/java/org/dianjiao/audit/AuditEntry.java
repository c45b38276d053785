package org.dianjiao.audit;

/**
 * A row of the audit log.
 *
 * @param number from 1, without a gap
 * @param event what happened
 * @param chain the hash over this row and all before it
 */
public record AuditEntry(long number, Event event, String chain) {}
