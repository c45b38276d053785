/**
 * The live end of the server: one {@link org.dianjiao.session.ClientSession} for each connected
 * tab.
 *
 * <p>A session decodes and checks what a browser sends, puts the signed-in account to it, asks the
 * owner of the document, and passes on what the owner tells. Each durable group of changes is
 * encoded once for everybody at this server. The frames are described in {@code docs/protocol.md}.
 */
package org.dianjiao.session;
