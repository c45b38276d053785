package org.dianjiao.characters;

/**
 * A dictionary, a list or a data base that says something of characters.
 *
 * @param name as {@link Relation#sources} has it
 * @param title as a reader knows it: {@code 教育部異體字字典}
 * @param origin what was read, with its version
 * @param licence SPDX identifier, or {@code public domain}
 */
public record Source(String name, String title, String origin, String licence) {}
