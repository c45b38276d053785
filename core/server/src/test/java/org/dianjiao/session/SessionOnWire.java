package org.dianjiao.session;

/** A session of the server whose connection is somebody else's. */
public final class SessionOnWire {

  /** What a session does with its connection. */
  public interface End {
    /** Sends a text frame. */
    void write(String frame);

    /** Ends the connection. */
    void close();
  }

  private final ClientSession session;

  /** Begins a session. */
  public SessionOnWire(SessionHub hub, End end) {
    session =
        new ClientSession(
            hub,
            new Wire() {
              @Override
              public void write(WireFrame frame) {
                end.write(WireText.of(frame));
              }

              @Override
              public boolean isFull() {
                return false;
              }

              @Override
              public void ping() {}

              @Override
              public void close(CloseCode code, String reason) {
                end.close();
              }
            },
            "");
  }

  /** A text frame came. */
  public void received(String text) {
    session.received(text);
  }

  /** The connection is gone. */
  public void ended() {
    session.ended();
  }
}
