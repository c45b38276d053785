/**
 * Plugins that are asked over HTTP. {@link org.dianjiao.plugin.remote.http.OutboundHttp} is the
 * only way out: it goes where the operator allowed it and nowhere else.
 */
package org.dianjiao.plugin.remote.http;
