/**
 * Reconciliation: which entities of an authority file others may mean by a name, as the W3C
 * Reconciliation Service API 0.2 asks and answers it. Pure: a file and a question in, an answer
 * out; {@code web} speaks the protocol.
 */
package org.dianjiao.reconciliation;
