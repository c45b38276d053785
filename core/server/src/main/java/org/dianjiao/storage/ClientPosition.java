package org.dianjiao.storage;

/**
 * How far a client got in a document.
 *
 * @param sequence the greatest number of the client in the log
 * @param author account id of who sent it
 */
public record ClientPosition(long sequence, String author) {}
