/**
 * What dictionaries and official lists say of two characters: that one is a variant of the other,
 * its simplified or traditional form, a loan for it; or that they only look alike.
 *
 * <p>Nothing is judged here. A relation is one step that some source names, and steps are never
 * joined up: followed to the end they would make one class of half of all characters. What is
 * regular in which text, and what counts as the same when one searches or compares, is for those
 * who ask to say.
 *
 * <p>The tables are derived by {@code core/characters/derive-data.mjs}; each names what it was made
 * from and its licence, and {@link org.dianjiao.characters.Variants#source} names them for a
 * relation. Values are immutable and may be shared between threads.
 */
package org.dianjiao.characters;
