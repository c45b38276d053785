/**
 * The one place that knows Jackson: how every value is written and read.
 *
 * <p>{@link org.dianjiao.json.Json} is the one mapper; the same form goes over the wire, over the
 * bus of a cluster and into the log. Values of a sealed type say which they are in a field {@code
 * is}; frames of the WebSocket in a field {@code type}.
 */
package org.dianjiao.json;
