package org.dianjiao.storage;

/**
 * Where a document stands at the moment that somebody took it over.
 *
 * @param document whose head
 * @param epoch of the new owner; only batches with it are accepted from now on
 * @param revision of the last change, 0 when there is none
 * @param chain the chain hash at that revision
 * @param aclVersion rises whenever somebody's right on the document changes
 * @param timeline changes when the database was restored from a backup
 */
public record Head(
    String document, long epoch, long revision, String chain, long aclVersion, String timeline) {}
