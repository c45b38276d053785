/**
 * What a person decided, and whether they may: verdicts on suggestions, approvals of passages, four
 * eyes, how far passages are, and second, blind reviews with what they found.
 *
 * <p>Pure values and rules. A plugin's output is nobody's approval.
 */
package org.dianjiao.review;
