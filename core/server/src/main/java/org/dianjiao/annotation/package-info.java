/**
 * Stand-off marks: what is said about ranges of a text, and how a range moves when the text does.
 *
 * <p>Pure values. An {@link org.dianjiao.annotation.Anchor} is a range that goes with its text; one
 * whose text is gone is orphaned, openly, never dropped and never guessed. {@link
 * org.dianjiao.annotation.Anchors} keeps anchors of any kind in order and moves them all at once.
 */
package org.dianjiao.annotation;
