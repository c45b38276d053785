package org.dianjiao.storage;

import java.time.Instant;

/**
 * Somebody who is signed in on one browser.
 *
 * @param id the hash of the token; it opens nothing
 * @param account who
 * @param browser what it called itself, in words
 * @param since when they signed in
 * @param expires when they have to sign in again, whatever they do
 * @param lastUsed exact to a minute
 */
public record SignIn(
    String id, String account, String browser, Instant since, Instant expires, Instant lastUsed) {}
