/** How densely a text is punctuated, beside what a model expects. */
package org.dianjiao.plugin.punctuation.density;
