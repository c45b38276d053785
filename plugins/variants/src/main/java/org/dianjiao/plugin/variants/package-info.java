/**
 * Suggests regular forms of variant characters (異體字) and encoded forms of described ones.
 *
 * <p>Also the example that plugin authors start from. A request walks through two readers of text,
 * {@code GlyphFinder} and {@code VariantTable}; each looks at no more than 40 units on either side
 * of what it judges, which is the window that {@code plugin.json} asks for, so the answer for a
 * passage never depends on where the window was cut.
 */
package org.dianjiao.plugin.variants;
