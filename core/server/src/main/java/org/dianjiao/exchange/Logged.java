package org.dianjiao.exchange;

import org.dianjiao.document.Change;

/**
 * A change with the hash of what its client sent, so that a repeated number can be told from a
 * reused one.
 */
public record Logged(Change change, String hash) {}
