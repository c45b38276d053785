package org.dianjiao.plugin.remote.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the operator lets requests go: hosts with their ports, nothing else. A host that is a name
 * is reached at public addresses; one that is an address may be any, and is allowed by being named.
 * Immutable.
 */
public final class Allowlist {

  private static final int MAX_PORT = 65_535;

  private final List<HostAndPort> entries;

  private Allowlist(List<HostAndPort> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A host, in lower case and without brackets, and a port.
   *
   * @param host name or address
   * @param port 1 to 65,535
   */
  record HostAndPort(String host, int port) {

    /**
     * Reads {@code host:port} or {@code [address]:port}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static HostAndPort parse(String entry) {
      int colon = entry.lastIndexOf(':');
      String host = colon < 0 ? "" : bare(entry.substring(0, colon));
      String port = entry.substring(colon + 1);
      boolean number =
          !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(HostAndPort::digit);
      boolean brackets = entry.startsWith("[") && colon > 0 && entry.charAt(colon - 1) == ']';
      if (host.isEmpty()
          || !number
          || (host.contains(":") && !brackets)
          || host.chars().anyMatch(c -> c <= ' ' || "/@*?#\\".indexOf(c) >= 0)
          || Integer.parseInt(port) < 1
          || Integer.parseInt(port) > MAX_PORT) {
        throw new IllegalArgumentException(
            "\"%s\" in the list of what is allowed is not host:port".formatted(entry));
      }
      return new HostAndPort(host, Integer.parseInt(port));
    }

    private static boolean digit(int c) {
      return c >= '0' && c <= '9';
    }

    private static String bare(String host) {
      boolean brackets = host.startsWith("[") && host.endsWith("]");
      return (brackets ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException naming the entry that is wrong
   */
  public static Allowlist of(List<String> entries) {
    List<HostAndPort> read = new ArrayList<>();
    entries.forEach(entry -> read.add(HostAndPort.parse(entry)));
    return new Allowlist(read);
  }

  /**
   * Where a URL goes, when that is allowed.
   *
   * @throws OutboundRefused saying why it is not
   */
  HostAndPort target(URI url) throws OutboundRefused {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme)) {
      throw new OutboundRefused("%s: only http and https are spoken".formatted(url));
    }
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new OutboundRefused(
          "%s: a host is wanted, and neither a user nor a fragment".formatted(url));
    }
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    HostAndPort target = new HostAndPort(HostAndPort.bare(url.getHost()), port);
    if (!entries.contains(target)) {
      throw new OutboundRefused(
          "%s is not among what the operator allows (outbound: allow)".formatted(target));
    }
    return target;
  }

  /**
   * The one address that is connected to: the first that is allowed.
   *
   * @param addresses what the host was resolved to, once
   * @throws OutboundRefused when none is
   */
  InetAddress pin(HostAndPort target, List<InetAddress> addresses) throws OutboundRefused {
    for (InetAddress address : addresses) {
      if (PublicAddress.is(address) || named(address, target.port())) {
        return address;
      }
    }
    throw new OutboundRefused(
        "%s is at %s, which is not public; the operator has to allow that very address with its"
                .formatted(target, addresses.stream().map(InetAddress::getHostAddress).toList())
            + " port");
  }

  private boolean named(InetAddress address, int port) {
    return entries.stream()
        .filter(entry -> entry.port() == port)
        .map(entry -> Literal.parse(entry.host()))
        .flatMap(Optional::stream)
        .anyMatch(address::equals);
  }
}
