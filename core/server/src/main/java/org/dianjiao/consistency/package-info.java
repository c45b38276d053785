/**
 * What does not go together in the names and dates of a project: one form that means several
 * entities, an entity in a passage that is not of its time, a form that is linked elsewhere and not
 * here, a name that was proposed and not decided on, dates that go backwards. Each may be right; a
 * person looks.
 *
 * <p>Pure; read off mentions, dates and offers, nothing is stored.
 */
package org.dianjiao.consistency;
