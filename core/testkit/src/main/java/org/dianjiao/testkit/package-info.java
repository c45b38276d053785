/**
 * The conformance suite for plugins: does a plugin keep what the interfaces ask of it?
 *
 * <p>{@link org.dianjiao.testkit.PluginConformance} runs a plugin's folder in the host that the
 * server uses and talks to it over the bus, so what passes here passes in the server. Each group of
 * checks is a class that gives a list of {@link org.dianjiao.testkit.Check}; only {@code
 * ConformanceSuite} knows the test library that runs and reports them. From JUnit it is five lines,
 * from a shell it is {@code dianjiao plugin test}.
 */
package org.dianjiao.testkit;
