package org.dianjiao.plugin.remote.pipe;

import java.util.concurrent.CompletableFuture;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.plugin.remote.form.Field;

/**
 * A question that was asked and not answered yet.
 *
 * @param number names it on the pipe
 * @param heard hears how far it is
 * @param answer when it comes
 */
record Waiting(long number, Progress heard, CompletableFuture<Field> answer) {}
