package org.dianjiao.web;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.VertxConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.limits.Limits;

/**
 * How long HTTP connections may take: for a request to be there as a whole, for an answer to be
 * taken, and between two requests. Who moves much has a second more for each {@link
 * Limits#slowestBytes}. Our own work on an answer has no deadline here. Used on one event loop.
 */
final class Deadlines {

  private static final double NANOS = 1e9;

  private final Limits limits;
  private final Map<HttpConnection, Visit> visits = new HashMap<>();

  Deadlines(Limits limits) {
    this.limits = limits;
  }

  /** One connection: since when it owes us something, and for how long it may. */
  private static final class Visit {
    private long since;
    private double patienceSeconds;
    private boolean ours;
    private Optional<HttpServerRequest> arriving = Optional.empty();

    private void owes(long nanos, double seconds) {
      since = nanos;
      patienceSeconds = seconds;
      ours = false;
    }

    private double moved(int slowestBytes) {
      return arriving.map(request -> (double) request.bytesRead() / slowestBytes).orElse(0.0);
    }
  }

  /** Somebody connected. */
  void connected(HttpConnection connection) {
    Visit visit = new Visit();
    visit.owes(System.nanoTime(), limits.httpSeconds());
    visits.put(connection, visit);
    connection.closeHandler(closed -> visits.remove(connection));
  }

  /**
   * The head of a request came.
   *
   * @return false when its connection was closed, since the answers before are not taken
   */
  boolean arrived(HttpServerRequest request) {
    Visit visit = visits.get(request.connection());
    if (visit == null) {
      return true;
    }
    if (request.response().writeQueueFull()) {
      cut(request.connection());
      return false;
    }
    visit.owes(System.nanoTime(), limits.httpSeconds());
    visit.arriving = Optional.of(request);
    request
        .end()
        .onSuccess(
            whole -> {
              visit.arriving = Optional.empty();
              visit.ours = !request.response().ended();
            });
    request.response().endHandler(written -> answered(visit, request));
    return true;
  }

  private void answered(Visit visit, HttpServerRequest request) {
    double taking = (double) request.response().bytesWritten() / limits.slowestBytes();
    visit.owes(System.nanoTime(), limits.keepAliveSeconds() + taking);
  }

  /** The connection is a WebSocket now, which has deadlines of its own. */
  void upgraded(HttpServerRequest request) {
    visits.remove(request.connection());
  }

  /** Closes every connection that is too late. */
  void tick(long nanos) {
    for (Map.Entry<HttpConnection, Visit> entry : List.copyOf(visits.entrySet())) {
      Visit visit = entry.getValue();
      double patience = visit.patienceSeconds + visit.moved(limits.slowestBytes());
      if (!visit.ours && (nanos - visit.since) / NANOS > patience) {
        cut(entry.getKey());
      }
    }
  }

  /** Ends a connection without a word, whatever waits to be sent. */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection that is cut
  static void cut(HttpConnection connection) {
    if (connection instanceof VertxConnection open) {
      ChannelHandlerContext first = open.channel().pipeline().firstContext();
      if (first != null) {
        first.close();
      }
    }
  }
}
