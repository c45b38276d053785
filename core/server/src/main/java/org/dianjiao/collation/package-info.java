/**
 * What several witnesses of one text have differently.
 *
 * <p>Pure: texts on one side, a {@link org.dianjiao.collation.Collation} on the other. Characters
 * are aligned; punctuation, spaces, line ends and markup never disturb that and are compared last.
 * Articles and dates that both texts have are anchored first. What is known of characters and names
 * comes in through {@link org.dianjiao.collation.Likeness} and {@link
 * org.dianjiao.collation.Names}. Nothing here decides anything: a difference is told, with its
 * class, and a person says what it means.
 */
package org.dianjiao.collation;
