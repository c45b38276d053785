/**
 * The server's end of the pipe to a plugin in a process of its own: starts it, asks, and ends it
 * when it does not answer.
 */
package org.dianjiao.plugin.remote.pipe;
