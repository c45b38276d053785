package org.dianjiao.cli;

import java.util.concurrent.Callable;

/**
 * A command below {@code dianjiao plugin} that another module brings: a class with picocli's
 * annotations, named in {@code META-INF/services}. So the conformance suite, which runs on top of
 * the server, is a command of the same program.
 */
public interface PluginSubcommand extends Callable<Integer> {}
