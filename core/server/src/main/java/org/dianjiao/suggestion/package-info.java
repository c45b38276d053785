/**
 * What is offered: proposals of plugins and persons, placed in a document, until a person decides.
 *
 * <p>Pure values. What a plugin suggests is derived and never logged; what a person proposes is
 * logged by {@code document}. {@link org.dianjiao.suggestion.AnalysisPlan} says which windows of a
 * text a plugin has still to look at.
 */
package org.dianjiao.suggestion;
