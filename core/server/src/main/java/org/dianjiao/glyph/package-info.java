/**
 * The glyphs that a project keeps a list of: what no code names, or what its texts could only
 * describe.
 *
 * <p>Pure values. Storage keeps the list, HTTP changes it, TEI files declare what they use of it.
 * An annotation of kind glyph and an entry belong together when they have one description; neither
 * names the other.
 */
package org.dianjiao.glyph;
