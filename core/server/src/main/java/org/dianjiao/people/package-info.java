/**
 * People: accounts, the roles they have in projects, and what each role may do.
 *
 * <p>Pure values. {@link org.dianjiao.people.Permission} is the one register of everything that
 * needs a right; every way into the server (HTTP, WebSocket, event bus) asks it and nothing else.
 */
package org.dianjiao.people;
