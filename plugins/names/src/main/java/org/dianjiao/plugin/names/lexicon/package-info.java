/**
 * What names are written like: the forms of the entries of an authority file, folded, in a tree of
 * characters that a long text is read along once. Everything is immutable once it is made.
 */
package org.dianjiao.plugin.names.lexicon;
