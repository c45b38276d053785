package org.dianjiao.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.OptionalLong;
import org.dianjiao.limits.Limits;

/** A WebSocket as a wire: reads frames for its session, and never more than may be. */
final class SocketWire implements Wire {

  /** Bytes that may wait in the socket itself; more wait in the {@link Backlog}. */
  private static final int WINDOW = 65_536;

  private static final String DRAIN = "dianjiao-drain";
  private static final long FAREWELL_MILLIS = 3_000;
  private static final Buffer NOTHING = Buffer.buffer();

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final Runnable cut;
  private final Assembly assembly;
  private boolean closing;
  private OptionalLong farewell = OptionalLong.empty();

  /**
   * A wire.
   *
   * @param cut ends the connection whatever the other end does: Vert.x waits without end until a
   *     client that reads nothing has taken what was written before the close frame
   */
  SocketWire(Vertx vertx, ServerWebSocket socket, Runnable cut, Limits limits) {
    this.vertx = vertx;
    this.socket = socket;
    this.cut = cut;
    this.assembly = new Assembly(limits);
  }

  /** Serves the session from now on, and says when the socket is gone. */
  void serve(ClientSession session, Runnable gone) {
    socket.setWriteQueueMaxSize(WINDOW);
    socket.frameHandler(frame -> read(frame, session));
    socket.exceptionHandler(this::unreadable);
    channel().pipeline().addBefore(channel().name(), DRAIN, new Drain(session));
    socket.closeHandler(
        closed -> {
          farewell.ifPresent(vertx::cancelTimer); // it would hold the connection for a while
          session.ended();
          gone.run();
        });
  }

  /** Frames go past Vert.x ({@link WireFrame}), whose queue does not see them: the channel does. */
  private ChannelHandlerContext channel() {
    return ((WebSocketInternal) socket).channelHandlerContext();
  }

  /** Tells the session that the channel takes more again. */
  private static final class Drain extends ChannelInboundHandlerAdapter {

    private final ClientSession session;

    Drain(ClientSession session) {
      this.session = session;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      if (context.channel().isWritable()) {
        session.drained();
      }
      context.fireChannelWritabilityChanged();
    }
  }

  private void read(WebSocketFrame frame, ClientSession session) {
    if (closing) {
      return;
    }
    switch (frame.type()) {
      case TEXT, CONTINUATION -> assemble(frame, session);
      case BINARY -> close(CloseCode.BAD_FRAME, "text frames only");
      case PING -> session.pinged();
      case PONG -> session.heard();
      case CLOSE -> {}
    }
  }

  private void assemble(WebSocketFrame frame, ClientSession session) {
    try {
      assembly
          .take(frame.binaryData().getBytes(), frame.isText(), frame.isFinal(), System.nanoTime())
          .ifPresent(session::received);
    } catch (BrokenMessage broken) {
      close(broken.code(), broken.getMessage());
    }
  }

  /** Vert.x reports a frame that breaks the rules and goes on reading. */
  private void unreadable(Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException corrupted
        && corrupted.closeStatus().code() == CloseCode.TOO_LARGE.number()) {
      close(CloseCode.TOO_LARGE, "a frame is too large");
    } else {
      close(CloseCode.BROKEN, "a frame could not be read");
    }
  }

  /** Closes a socket whose message is not whole in time. */
  void tick(long nanos) {
    if (assembly.isLate(nanos)) {
      close(CloseCode.BROKEN, assembly.late());
    }
  }

  @Override
  public void write(WireFrame frame) {
    if (isOpen()) {
      frame.send(socket);
    }
  }

  @Override
  public boolean isFull() {
    return isOpen() && !channel().channel().isWritable();
  }

  @Override
  public void ping() {
    if (isOpen()) {
      socket.writePing(NOTHING);
    }
  }

  private boolean isOpen() {
    return !closing && !socket.isClosed();
  }

  /** A flood is not read any more either: each ping in it would be answered. */
  @Override
  public void close(CloseCode code, String reason) {
    if (!closing) {
      closing = true;
      if (code == CloseCode.TOO_MANY) {
        socket.pause();
      }
      farewell = OptionalLong.of(vertx.setTimer(FAREWELL_MILLIS, late -> cut.run()));
      socket.close(code.number(), reason);
    }
  }
}
