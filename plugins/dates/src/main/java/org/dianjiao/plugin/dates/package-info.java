/** Reads dates of the Chinese calendar in running text, and the days that they mean. */
package org.dianjiao.plugin.dates;
