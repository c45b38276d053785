/**
 * Formats that come in and go out: plain text, TEI, and the form in which a log row keeps a change.
 *
 * <p>Readers and writers are pure: bytes or text on one side, values of the rooms below on the
 * other. What comes in is checked here, once, and refused with line and column. Every XML parser is
 * made by {@link org.dianjiao.exchange.SafeXml}. {@link org.dianjiao.exchange.DocumentImport},
 * {@link org.dianjiao.exchange.DocumentExport} and {@link org.dianjiao.exchange.Replay} carry
 * documents between these formats and the storage; they block.
 */
package org.dianjiao.exchange;
