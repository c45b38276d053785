package org.dianjiao.plugin.remote.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The one way out. A request goes only where the {@link Allowlist} says; its host is resolved once
 * and the connection made to the address that was checked, so that a name cannot point elsewhere
 * between the two. Redirects are not followed, answers have a bound, and the deadline is for all of
 * it: resolving, connecting, the handshake and the last byte. Whoever waits can be interrupted.
 *
 * <p>One connection for each request, HTTP/1.1, by hand: the JDK's client resolves names itself and
 * cannot be held to an address while it checks the certificate for the name.
 */
public final class OutboundHttp implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Allowlist allowed;
  private final Resolver resolver;
  private final SSLSocketFactory tls;
  private final int answerBytes;
  private final ExecutorService lookups;
  private final ScheduledExecutorService clock;

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Resolver {

    /** All of them. May block as long as it likes. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** That of the machine. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));
  }

  /**
   * A way out.
   *
   * @param name of its threads
   * @param answerBytes the most that the body of an answer may have
   */
  public OutboundHttp(
      String name, Allowlist allowed, Resolver resolver, SSLSocketFactory tls, int answerBytes) {
    this.allowed = allowed;
    this.resolver = resolver;
    this.tls = tls;
    this.answerBytes = answerBytes;
    ThreadFactory threads = task -> thread(task, name);
    this.lookups = Executors.newCachedThreadPool(threads);
    this.clock = Executors.newSingleThreadScheduledExecutor(threads);
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name + "-outbound");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends a request and reads the answer.
   *
   * @param body empty for none
   * @throws OutboundRefused when it may not go there
   * @throws Unreached when nothing came back
   * @throws IOException when the answer is not what it should be, or late
   */
  HttpAnswer send(
      String method, URI url, Map<String, String> headers, byte[] body, Duration deadline)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    Allowlist.HostAndPort target = allowed.target(url);
    InetAddress address = allowed.pin(target, resolve(target.host(), deadline));
    AtomicBoolean late = new AtomicBoolean();
    try (SocketChannel channel = SocketChannel.open()) {
      var timer =
          clock.schedule(() -> cut(channel, late), end - System.nanoTime(), TimeUnit.NANOSECONDS);
      try {
        Socket socket = connect(channel, target, address, url, end);
        return exchange(socket, request(method, url, target, headers, body));
      } finally {
        timer.cancel(false);
      }
    } catch (IOException failure) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted");
      }
      if (late.get()) {
        throw new IOException("no answer in %d ms".formatted(deadline.toMillis()), failure);
      }
      throw failure;
    }
  }

  @SuppressWarnings("try") // closes what another thread waits for, which then closes it again
  private static Void cut(SocketChannel channel, AtomicBoolean late) throws IOException {
    late.set(true);
    channel.close();
    return null;
  }

  private List<InetAddress> resolve(String host, Duration deadline)
      throws IOException, InterruptedException {
    var asked = lookups.submit(() -> resolver.addresses(host));
    try {
      return asked.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new Unreached("the name %s is not known".formatted(host), failure.getCause());
    } catch (TimeoutException late) {
      throw new IOException(
          "the name %s was not resolved in %d ms".formatted(host, deadline.toMillis()), late);
    } finally {
      asked.cancel(true);
    }
  }

  private Socket connect(
      SocketChannel channel, Allowlist.HostAndPort target, InetAddress address, URI url, long end)
      throws IOException {
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    try {
      Socket plain = channel.socket();
      plain.setTcpNoDelay(true);
      plain.connect(
          new InetSocketAddress(address, target.port()), (int) Math.min(left, CONNECT.toMillis()));
      return url.getScheme().equalsIgnoreCase("https") ? secured(plain, target) : plain;
    } catch (IOException failure) {
      throw new Unreached(
          "cannot connect to %s: %s".formatted(target, failure.getMessage()), failure);
    }
  }

  private Socket secured(Socket plain, Allowlist.HostAndPort target) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] request(
      String method,
      URI url,
      Allowlist.HostAndPort target,
      Map<String, String> headers,
      byte[] body) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(target).append("\r\nConnection: close\r\n");
    head.append("Accept: application/json\r\nAccept-Encoding: identity\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (!method.equals("GET")) {
      head.append("Content-Type: application/json\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private HttpAnswer exchange(Socket socket, byte[] request) throws IOException {
    InputStream in;
    int first;
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      in = new BufferedInputStream(socket.getInputStream());
      first = in.read();
    } catch (IOException failure) {
      throw new Unreached("no answer: " + failure.getMessage(), failure);
    }
    if (first < 0) {
      throw new Unreached("the connection was closed without an answer", new IOException("end"));
    }
    return HttpAnswer.read(first, in, answerBytes);
  }

  /** Lets its threads go. */
  @Override
  public void close() {
    lookups.shutdownNow();
    clock.shutdownNow();
  }
}
