package org.dianjiao.plugin.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens at every address of this machine, counts who comes, and answers as it is told. */
public final class Canary implements AutoCloseable {

  /** What is done with a connection whose request was read as far as its head. */
  @FunctionalInterface
  public interface Answer {
    /** Answers the request of this number, from 1. */
    void to(int number, OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger hits = new AtomicInteger();

  /** Listens at a free port. */
  public Canary(Answer answer) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getByName("::"));
    threads.execute(() -> listen(answer));
  }

  private void listen(Answer answer) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        int number = hits.incrementAndGet();
        threads.execute(() -> serve(connection, answer, number));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket connection, Answer answer, int number) {
    try (connection) {
      InputStream in = connection.getInputStream();
      byte[] head = new byte[4];
      while (head[0] != '\r' || head[1] != '\n' || head[2] != '\r' || head[3] != '\n') {
        System.arraycopy(head, 1, head, 0, 3);
        int next = in.read();
        if (next < 0) {
          return;
        }
        head[3] = (byte) next;
      }
      answer.to(number, connection.getOutputStream());
    } catch (Exception gone) {
      // whoever asked had enough
    }
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** How many connections came. */
  public int hits() {
    return hits.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
