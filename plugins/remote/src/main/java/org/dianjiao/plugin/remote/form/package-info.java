/**
 * The protocol's bodies: the records of the API as JSON and back, with offsets as the other side
 * counts them. Pure; the same for a process and for HTTP. {@code docs/plugin-protocol.yaml}
 * describes them.
 */
package org.dianjiao.plugin.remote.form;
