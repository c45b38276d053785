package org.dianjiao.plugin.punctuation.learn;

import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * What belongs in a gap.
 *
 * @param mark that belongs there, or {@link Mark#NONE}
 * @param decided whether somebody decided so; otherwise they passed over it and left it so
 */
record Example(Gap gap, Mark mark, boolean decided) {}
