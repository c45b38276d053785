package org.dianjiao.session;

/** Why the server closes a WebSocket. Those from 4000 on are ours, after the codes of HTTP. */
enum CloseCode {
  STOPPING(1001),
  BROKEN(1002),
  NOT_UTF_8(1007),
  TOO_LARGE(1009),
  BAD_FRAME(4400),
  NO_TICKET(4401),
  RIGHT_GONE(4403),
  TOO_SLOW(4408),
  TOO_MANY(4429);

  private final short number;

  CloseCode(int number) {
    this.number = (short) number;
  }

  short number() {
    return number;
  }
}
