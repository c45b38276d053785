/**
 * People: accounts, the roles they have in projects, and what each role may do.
 *
 * <p>Pure values. {@link org.dianjiao.people.Operation} is the one register of everything that can
 * be asked of the server, and {@link org.dianjiao.people.Authority} says who may; every way in
 * (HTTP, WebSocket, event bus) asks it and nothing else. A {@link org.dianjiao.people.Subject} is a
 * person, or a program with a token whose {@link org.dianjiao.people.Scope} narrows a person down.
 */
package org.dianjiao.people;
