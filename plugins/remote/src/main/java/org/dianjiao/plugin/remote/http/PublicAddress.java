package org.dianjiao.plugin.remote.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: private, loopback, link-local (where
 * clouds keep their metadata), shared, documentation, multicast, and those of IPv6 that carry one
 * of IPv4 inside. After the registries of special-purpose addresses (RFC 6890 and what came after
 * it); whatever of IPv6 is not global unicast is not public.
 */
final class PublicAddress {

  private static final List<Block> SPECIAL =
      List.of(
          new Block("0.0.0.0", 8),
          new Block("10.0.0.0", 8),
          new Block("100.64.0.0", 10),
          new Block("127.0.0.0", 8),
          new Block("169.254.0.0", 16),
          new Block("172.16.0.0", 12),
          new Block("192.0.0.0", 24),
          new Block("192.0.2.0", 24),
          new Block("192.31.196.0", 24),
          new Block("192.52.193.0", 24),
          new Block("192.88.99.0", 24),
          new Block("192.168.0.0", 16),
          new Block("192.175.48.0", 24),
          new Block("198.18.0.0", 15),
          new Block("198.51.100.0", 24),
          new Block("203.0.113.0", 24),
          new Block("224.0.0.0", 3),
          new Block("2001::", 23), // Teredo, benchmarking, ORCHID …
          new Block("2001:db8::", 32),
          new Block("2002::", 16), // 6to4
          new Block("3fff::", 20),
          new Block("2620:4f:8000::", 48));

  private static final Block GLOBAL = new Block("2000::", 3);

  private PublicAddress() {}

  /** Whether it is one of the public internet. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (address instanceof Inet4Address || GLOBAL.holds(bytes))
        && SPECIAL.stream().noneMatch(block -> block.holds(bytes));
  }

  /** All addresses that begin with the same bits. */
  private record Block(InetAddress begin, int bits) {

    Block(String begin, int bits) {
      this(Literal.parse(begin).orElseThrow(), bits);
    }

    boolean holds(byte[] address) {
      byte[] first = begin.getAddress();
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
