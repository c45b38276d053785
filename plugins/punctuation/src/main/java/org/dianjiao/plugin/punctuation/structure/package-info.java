/**
 * What the text itself says about its marks, whatever a model thinks: lines and headings, what
 * stands between two characters, quotations and titles that have two ends, dates and numbers.
 */
package org.dianjiao.plugin.punctuation.structure;
