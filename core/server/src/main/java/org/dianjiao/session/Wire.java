package org.dianjiao.session;

/**
 * The connection to one client, as far as a session needs it. Used on the event loop of the
 * session; a closed one takes everything and does nothing.
 */
interface Wire {

  /** Sends a text frame; what the other end does not take yet is kept. */
  void write(WireFrame frame);

  /** Whether so much is kept that no more should be written. */
  boolean isFull();

  /** Asks for a sign of life. */
  void ping();

  /** Ends the connection. */
  void close(CloseCode code, String reason);
}
