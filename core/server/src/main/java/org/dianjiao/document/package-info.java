/**
 * What an edit means: the state of a document at a revision, the changes that led to it, and how a
 * late change is rebased over those that came before.
 *
 * <p>Pure values. A document is the fold of its changes; {@link org.dianjiao.document.Document} is
 * what they add up to. Text and effects go through here in one order, counted by the revision.
 *
 * <p>The past is kept in another form beside it: {@link org.dianjiao.document.Chronicle} has every
 * unit that ever was in one order, so who wrote what, earlier texts and the undoing of somebody's
 * work are read off rather than guessed.
 */
package org.dianjiao.document;
