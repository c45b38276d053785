/**
 * Finds names in a window of text: those that the authority file has, those that look like one that
 * it does not have, and single characters that stand for one; chooses among those that overlap, and
 * says whom each may mean.
 */
package org.dianjiao.plugin.names.find;
