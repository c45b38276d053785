/**
 * Changes that go over several documents of a project, are done as one and taken back as one: a
 * project's rules followed wherever they hold, one form annotated wherever it stands. What was
 * asked for, what that comes to in one document, and how far it is. Pure; the room {@code job} does
 * it, document by document, and each document's log keeps each decision.
 */
package org.dianjiao.sweep;
