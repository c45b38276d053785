/**
 * Work that is given to somebody: what, where, until when, and how far it is.
 *
 * <p>Pure values. A place follows its text by the changes of the document's log, and says so when
 * that text is gone.
 */
package org.dianjiao.assignment;
