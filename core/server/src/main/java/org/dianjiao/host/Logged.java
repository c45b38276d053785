package org.dianjiao.host;

import org.dianjiao.document.Change;

/**
 * A change with the hash of what its client sent, so that a repeated number can be told from a
 * reused one.
 */
record Logged(Change change, String hash) {}
