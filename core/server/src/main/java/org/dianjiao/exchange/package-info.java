/**
 * Formats that come in and go out: plain text, TEI.
 *
 * <p>Pure: bytes or text on one side, values of the rooms below on the other. What comes in is
 * checked here, once, and refused with line and column. Every XML parser is made by {@link
 * org.dianjiao.exchange.SafeXml}.
 */
package org.dianjiao.exchange;
