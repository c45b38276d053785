/**
 * The bridge to plugins whose code runs elsewhere: in a process of its own ({@code pipe}, whose
 * other end is {@code child}) or on another machine ({@code http}). The server loads it like a
 * plugin and starts it once for each instance that runs elsewhere; it is no instance of its own. It
 * sees the API, the JDK and its own JSON library, nothing of the server.
 */
package org.dianjiao.plugin.remote;
