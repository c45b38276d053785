/**
 * How authority files change: steps and what each does to the entries, what is proposed, merging,
 * splitting and taking back. Pure: values in, values out. What an entry is stands in {@code
 * org.dianjiao.authority}.
 */
package org.dianjiao.entity;
