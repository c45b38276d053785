/**
 * What a plugin is.
 *
 * <p>A plugin is found by {@link java.util.ServiceLoader}, started with a {@link
 * org.dianjiao.api.plugin.PluginContext} and gives an {@link org.dianjiao.api.plugin.Analyzer}. The
 * analyzer is asked about windows of text and answers with proposals. Calls are plain and blocking;
 * the host gives them a thread, a time budget and a queue.
 *
 * <p>Hints and traps:
 *
 * <ol>
 *   <li>Offsets count UTF-16 units from the start of the window that was given, never from the
 *       start of a document: an analyzer does not know where it is.
 *   <li>Answer a function of the request alone. What you remember between calls belongs to another
 *       document, perhaps of another project.
 *   <li>Poll {@link org.dianjiao.api.plugin.Cancellation#cancelled()} in long loops; a late answer
 *       is thrown away.
 *   <li>{@link org.dianjiao.api.plugin.Analysis#covered()} says what you looked at: your older
 *       proposals inside it are replaced, those outside stay.
 *   <li>Never normalise: the text you propose is put in exactly as you give it.
 * </ol>
 */
package org.dianjiao.api.plugin;
