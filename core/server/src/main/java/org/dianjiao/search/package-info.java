/**
 * The index of the texts of a server, and the questions that are asked of it.
 *
 * <p>The index is derived: whoever has the logs can make it again. It only says which blocks of
 * text may hold what is looked for; each of them is then read, so that an answer is what a reader
 * of the texts would find, with the reason why each character counts as the one that was asked for.
 * The one room that touches Lucene. {@link org.dianjiao.search.IndexDesk} keeps the index at what
 * the storage holds. All of it blocks.
 */
package org.dianjiao.search;
