/**
 * Who and what is mentioned where: the places of a text at which an annotation names an entity,
 * with the words around them and the date of the passage, and what can be counted of them.
 *
 * <p>Pure values, all derived from the annotations of documents. Who reads them for people first
 * has them {@linkplain org.dianjiao.mention.Mention#as follow} the redirects of the authority file.
 */
package org.dianjiao.mention;
