/**
 * Load on a really started server, from a second JVM, over the wire: the latency of an
 * acknowledgement, the time until others see an edit, edits a second, opening time.
 */
package org.dianjiao.bench;
