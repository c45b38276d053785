/**
 * What would be different if another version of a plugin, or other settings, made the suggestions:
 * two lists of proposals laid side by side, and how often each side agrees with what people have
 * decided.
 */
package org.dianjiao.comparison;
