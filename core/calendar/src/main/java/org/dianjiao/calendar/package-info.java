/**
 * The Chinese calendar: reigns, their years and months, days by their Julian Day Number, the cycle
 * of sixty, and dates as they stand in running text. JDK only; {@link org.dianjiao.calendar.Dates}
 * reads a text.
 */
package org.dianjiao.calendar;
