/**
 * Blind double work: several people read the same passages without seeing one another; how far they
 * agree, where they differ, and what an adjudicator makes of it.
 *
 * <p>Pure values and rules. Each reads in a document of their own, a copy of the passages; {@link
 * org.dianjiao.blind.BlindRound} says who may see which copy when.
 */
package org.dianjiao.blind;
