package org.dianjiao.plugin;

import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;

/**
 * A question to an analyzer, put to it on a thread of the plugin.
 *
 * @param <R> what is answered
 */
@FunctionalInterface
interface Question<R> {
  R put(Analyzer analyzer, Cancellation cancellation) throws Exception;
}
