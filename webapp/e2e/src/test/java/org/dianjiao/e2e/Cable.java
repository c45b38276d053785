package org.dianjiao.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one browser and the product; it can be pulled out and put in again. */
final class Cable implements AutoCloseable {

  private final URI product;
  private final ServerSocket end;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean pulled;

  private Cable(URI product, ServerSocket end) {
    this.product = product;
    this.end = end;
  }

  /** Lays one from a free port to the product. */
  static Cable to(URI product) {
    try {
      Cable cable =
          new Cable(product, new ServerSocket(0, 50, InetAddress.getByName(product.getHost())));
      start(cable::accept);
      return cable;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the browser at this end of it calls the product. */
  URI address() {
    return URI.create("http://%s:%d".formatted(product.getHost(), end.getLocalPort()));
  }

  /** From now on nothing goes through, and what was going through is cut off. */
  void pull() {
    pulled = true;
    open.forEach(Cable::cut);
  }

  void plug() {
    pulled = false;
  }

  private void accept() {
    while (!end.isClosed()) {
      try {
        Socket near = end.accept();
        if (pulled) {
          near.close();
        } else {
          connect(near);
        }
      } catch (IOException closed) {
        cutAll();
      }
    }
  }

  private void connect(Socket near) throws IOException {
    open.add(near);
    try {
      Socket far = new Socket(product.getHost(), product.getPort());
      open.add(far);
      start(() -> carry(near, far));
      start(() -> carry(far, near));
    } catch (IOException unreachable) {
      cut(near);
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      cut(from);
    } finally {
      cut(to);
    }
  }

  private void cutAll() {
    open.forEach(Cable::cut);
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    end.close();
    pull();
  }
}
