package org.dianjiao.plugin.names.find;

import org.dianjiao.authority.Entity;

/**
 * An entity that a name may mean.
 *
 * @param share how likely it is that one among those that the name may mean
 * @param why it is more or less likely, in words; empty when nothing tells
 */
public record Ranked(Entity entity, double share, String why) {}
