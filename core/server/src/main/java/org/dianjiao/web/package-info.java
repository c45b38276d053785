/**
 * The border to the browser: HTTP routes, sign-in and its passwords, the way to a WebSocket.
 *
 * <p>Whatever comes in is checked here once; what goes on is records.
 */
package org.dianjiao.web;
