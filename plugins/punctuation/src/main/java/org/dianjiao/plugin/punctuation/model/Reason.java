package org.dianjiao.plugin.punctuation.model;

/**
 * A feature that speaks for a mark.
 *
 * @param offsets characters that make the feature; −1 is the one before the gap, 1 the one behind
 * @param share what it adds to the logarithm of the odds of the mark against none
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of small numbers, read once
public record Reason(int[] offsets, double share) {}
