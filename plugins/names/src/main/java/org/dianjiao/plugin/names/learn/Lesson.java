package org.dianjiao.plugin.names.learn;

/**
 * What one decision says of one reading of a form.
 *
 * @param form folded, without what parts its characters
 * @param before the character before it
 * @param behind the character behind it
 * @param entity the id that it concerns; {@code -} for a name without an entry; empty for its being
 *     a name at all
 * @param right whether the person said yes
 */
record Lesson(String form, char before, char behind, String entity, boolean right) {}
