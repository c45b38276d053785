/**
 * What a person decided, and whether they may: verdicts on suggestions, approvals of passages, four
 * eyes.
 *
 * <p>Pure values and rules. A plugin's output is nobody's approval.
 */
package org.dianjiao.review;
