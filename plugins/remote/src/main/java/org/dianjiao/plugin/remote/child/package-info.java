/**
 * The plugin's end of the pipe: what runs in the process of its own. Loads the plugin behind a
 * class loader that shows it the JDK and the API only, and answers questions until the pipe closes.
 */
package org.dianjiao.plugin.remote.child;
