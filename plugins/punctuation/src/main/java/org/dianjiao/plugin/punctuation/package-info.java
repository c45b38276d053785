/**
 * Suggests modern punctuation for Classical Chinese: the plugin and its analyzer.
 *
 * <p>A window of text goes in, is read into bare lines (no marks, notes or tags), each gap between
 * two characters is scored by the model, and proposals of marks come out: to insert them, or in
 * proofreading to correct them. No character of the text is ever replaced, but a space that stands
 * for a lost mark.
 */
package org.dianjiao.plugin.punctuation;
