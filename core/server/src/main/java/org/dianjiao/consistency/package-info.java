/**
 * What does not go together in the names and dates of a project: one form that means several
 * entities, an entity in a passage that is not of its time, a form that is linked elsewhere and not
 * here, dates that go backwards. Each may be right; a person looks.
 *
 * <p>Pure; read off mentions and dates, nothing is stored.
 */
package org.dianjiao.consistency;
