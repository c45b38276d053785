package org.dianjiao.storage;

import java.time.Instant;

/**
 * Somebody who is signed in on one browser.
 *
 * @param account who
 * @param since when they signed in
 * @param expires when they have to sign in again, whatever they do
 * @param lastUsed the use before this one, exact to a minute
 */
public record SignIn(String account, Instant since, Instant expires, Instant lastUsed) {}
