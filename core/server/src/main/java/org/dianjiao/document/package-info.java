/**
 * What an edit means: the state of a document at a revision, the changes that led to it, and how a
 * late change is rebased over those that came before.
 *
 * <p>Pure values. A document is the fold of its changes; {@link org.dianjiao.document.Document} is
 * what they add up to. Text and effects go through here in one order, counted by the revision.
 */
package org.dianjiao.document;
