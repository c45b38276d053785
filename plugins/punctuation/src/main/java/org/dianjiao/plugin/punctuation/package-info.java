/**
 * Suggests modern punctuation for Classical Chinese: the plugin and its analyzer.
 *
 * <p>A window of text goes in, is read into bare lines (no marks, notes or tags), each gap between
 * two characters is scored by the model, and proposals to insert a mark come out. No character of
 * the text is ever replaced.
 */
package org.dianjiao.plugin.punctuation;
