/**
 * The words that the server and its plugins share: a range of text, what may be done to it, and who
 * proposes it.
 *
 * <p>Everything here is an immutable value that imports the JDK only and checks itself when made.
 * Offsets count UTF-16 code units, half-open, never inside a surrogate pair. A change here is a
 * change for every plugin ever written, so this package grows slowly and takes nothing back.
 */
package org.dianjiao.api;
