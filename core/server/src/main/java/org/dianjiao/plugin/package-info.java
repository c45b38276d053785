/**
 * The host of analyzers: finds installed plugins, refuses what does not fit, loads each behind its
 * own class loader, gives it threads, a queue and a time budget, and checks what it answers like
 * any foreign input.
 *
 * <p>In: folders ({@link org.dianjiao.plugin.PluginFolder}), settings files, questions from the
 * bus. Out: checked proposals, or a refusal with a reason. One {@link
 * org.dianjiao.plugin.PluginVerticle} runs one configured instance; {@link
 * org.dianjiao.plugin.PluginsVerticle} runs all that a {@link org.dianjiao.plugin.PluginCatalog}
 * lists. A {@link org.dianjiao.plugin.PluginStore} takes plugins in and away, {@link
 * org.dianjiao.plugin.InstanceFiles} writes what is configured: files only, also beside a server
 * that runs. Plugin code runs on the plugin's own threads only, never on an event loop. The class
 * loader keeps plugins from clashing; it is no sandbox.
 */
package org.dianjiao.plugin;
