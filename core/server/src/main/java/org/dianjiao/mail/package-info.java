/**
 * Messages by e-mail: once a day, to who asked for it, what concerns them and was not read. Plain
 * text, made of what the inbox shows.
 *
 * <p>Everything here blocks and belongs on worker threads.
 */
package org.dianjiao.mail;
