/**
 * The corridor between the actors: addresses, the records that travel, a typed client and a typed
 * endpoint for each owner.
 *
 * <p>Only this room touches the Vert.x event bus. Requests are commands, events are facts; no
 * record is both. Delivery is best effort: requests have a timeout and may be repeated (their
 * client numbers make that harmless), and a reader of events notices a gap by the revision and
 * pulls.
 */
package org.dianjiao.bus;
