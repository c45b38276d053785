package org.dianjiao.plugin.remote.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may go. A listener at every address of this machine counts those that came. */
class OutboundHttpTest {

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private Canary canary;

  @BeforeEach
  void open() throws IOException {
    canary =
        new Canary(
            (number, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII)));
  }

  @AfterEach
  void close() throws IOException {
    canary.close();
  }

  private OutboundHttp outbound(OutboundHttp.Resolver resolver, String... allow) {
    List<String> entries = Arrays.stream(allow).map(this::here).toList();
    return new OutboundHttp(
        "test",
        Allowlist.of(entries),
        resolver,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        1000);
  }

  private String here(String words) {
    return words.replace("PORT", "" + canary.port());
  }

  private HttpAnswer get(OutboundHttp outbound, String url) throws Exception {
    return outbound.send("GET", URI.create(here(url)), Map.of(), new byte[0], DEADLINE);
  }

  /** All names are at this address. */
  private static OutboundHttp.Resolver at(String address) {
    return host -> List.of(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void refusesWhatTheOperatorDidNotAllow(String url) throws Exception {
    try (OutboundHttp outbound =
        outbound(OutboundHttp.Resolver.SYSTEM, "plugins.example:443", "plugins.example:PORT")) {
      assertThatThrownBy(() -> get(outbound, url))
          .isInstanceOfAny(OutboundRefused.class, IllegalArgumentException.class);
    }
    assertThat(canary.hits()).isZero();
  }

  static List<String> forbidden() {
    return List.of(
        "http://127.0.0.1:PORT/",
        "http://127.0.0.2:PORT/",
        "http://127.1:PORT/",
        "http://127.0.1:PORT/",
        "http://127.255.255.254:PORT/",
        "http://2130706433:PORT/",
        "http://017700000001:PORT/",
        "http://0x7f000001:PORT/",
        "http://0x7f.0.0.1:PORT/",
        "http://0x7f.1:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://0177.0x0.0.1:PORT/",
        "http://00000177.1:PORT/",
        "http://127.000.000.001:PORT/",
        "http://0:PORT/",
        "http://0.0.0.0:PORT/",
        "http://00.00.00.00:PORT/",
        "http://localhost:PORT/",
        "http://LOCALHOST:PORT/",
        "http://localhost.:PORT/",
        "http://localhost.localdomain:PORT/",
        "http://[::1]:PORT/",
        "http://[::]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::ffff:7f00:1]:PORT/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/",
        "http://[64:ff9b:1::7f00:1]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[2001:0:7f00:1::]:PORT/",
        "http://[fe80::1]:PORT/",
        "http://[fe80::1%25lo]:PORT/",
        "http://[::1%25lo]:PORT/",
        "http://[fc00::1]:PORT/",
        "http://[fd00:ec2::254]:PORT/latest/meta-data/",
        "http://[ff02::1]:PORT/",
        "http://10.0.0.1:PORT/",
        "http://172.16.0.1:PORT/",
        "http://172.31.255.254:PORT/",
        "http://192.168.0.1:PORT/",
        "http://100.64.0.1:PORT/",
        "http://100.100.100.200:PORT/latest/meta-data/",
        "http://169.254.169.254:PORT/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2852039166/latest/meta-data/",
        "http://0xa9fea9fe/",
        "http://0251.0376.0251.0376/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://192.0.0.192:PORT/",
        "http://198.18.0.1:PORT/",
        "http://224.0.0.1:PORT/",
        "http://255.255.255.255:PORT/",
        "http://plugins.example@127.0.0.1:PORT/",
        "http://plugins.example:443@127.0.0.1:PORT/",
        "http://plugins.example:PORT@localhost:PORT/",
        "http://user@plugins.example:PORT/",
        "http://127.0.0.1:PORT/?plugins.example:443",
        "http://127.0.0.1:PORT/#@plugins.example:443",
        "http://127.0.0.1:PORT\\@plugins.example:443/",
        "http://127.0.0.1:PORT%23@plugins.example:443/",
        "http://127.0.0.1%09:PORT/",
        "http://plugins.example.:PORT/",
        "http://plugins.example.127.0.0.1.nip.io:PORT/",
        "http://plugins.example:22/",
        "http://plugins.example:6379/",
        "http://plugins.example:70000/",
        "http://plugins.example:-1/",
        "http://①②⑦.⓪.⓪.①:PORT/",
        "http://１２７.０.０.１:PORT/",
        "http://127。0。0。1:PORT/",
        "http://loc\u00adalhost:PORT/",
        "http://plugins.exаmple:PORT/",
        "//127.0.0.1:PORT/",
        "http:127.0.0.1:PORT/",
        "http:///127.0.0.1:PORT/",
        "file:///etc/passwd",
        "file://127.0.0.1/etc/passwd",
        "jar:http://127.0.0.1:PORT/x.jar!/",
        "gopher://127.0.0.1:PORT/_GET%20/",
        "ftp://127.0.0.1:PORT/",
        "dict://127.0.0.1:PORT/",
        "ldap://127.0.0.1:PORT/",
        "netdoc:///etc/passwd",
        "data:text/plain,hello",
        "unix:/var/run/docker.sock");
  }

  /** The name is allowed, but what it is at now is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.20.0.1",
        "192.168.1.1",
        "192.0.0.192",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1"
      })
  void refusesANameThatIsAtAnAddressWhichIsNotPublic(String address) throws Exception {
    try (OutboundHttp outbound = outbound(at(address), "plugins.example:PORT")) {
      assertThatThrownBy(() -> get(outbound, "http://plugins.example:PORT/"))
          .isInstanceOf(OutboundRefused.class)
          .hasMessageContaining("is not public");
    }
    assertThat(canary.hits()).isZero();
  }

  @Test
  void connectsToTheAddressThatWasCheckedThoughTheNameMovesOn() throws Exception {
    ArrayDeque<String> answers = new ArrayDeque<>(List.of("192.0.2.1", "127.0.0.1"));
    OutboundHttp.Resolver flipping = host -> List.of(InetAddress.getByName(answers.poll()));
    try (OutboundHttp outbound = outbound(flipping, "plugins.example:PORT", "192.0.2.1:PORT")) {
      assertThatThrownBy(
              () ->
                  outbound.send(
                      "GET",
                      URI.create(here("http://plugins.example:PORT/")),
                      Map.of(),
                      new byte[0],
                      Duration.ofMillis(300)))
          .isInstanceOf(IOException.class);
      assertThat(answers).containsExactly("127.0.0.1"); // asked once
      assertThatThrownBy(() -> get(outbound, "http://plugins.example:PORT/"))
          .isInstanceOf(OutboundRefused.class);
    }
    assertThat(canary.hits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]"})
  void goesToAnAddressThatIsAllowedByItself(String host) throws Exception {
    try (OutboundHttp outbound = outbound(OutboundHttp.Resolver.SYSTEM, host + ":PORT")) {
      assertThat(get(outbound, "http://" + host + ":PORT/x").status()).isEqualTo(200);
    }
    assertThat(canary.hits()).isEqualTo(1);
  }

  @Test
  void goesToANameWhoseAddressIsAllowedToo() throws Exception {
    try (OutboundHttp outbound =
        outbound(at("127.0.0.1"), "plugins.example:PORT", "127.0.0.1:PORT")) {
      assertThat(get(outbound, "http://plugins.example:PORT/").body()).hasSize(2);
    }
    try (OutboundHttp outbound = outbound(at("127.0.0.1"), "plugins.example:PORT", "127.0.0.1:1")) {
      assertThatThrownBy(() -> get(outbound, "http://plugins.example:PORT/"))
          .isInstanceOf(OutboundRefused.class);
    }
    assertThat(canary.hits()).isEqualTo(1);
  }

  @Test
  void speaksTlsOnlyWithWhomTheCertificateNames() throws Exception {
    try (OutboundHttp outbound = outbound(at("127.0.0.1"), "x.example:PORT", "127.0.0.1:PORT")) {
      assertThatThrownBy(() -> get(outbound, "https://x.example:PORT/"))
          .isInstanceOf(IOException.class); // the listener has no certificate at all
    }
  }

  @Test
  void waitsForANameNoLongerThanItsDeadline() throws Exception {
    OutboundHttp.Resolver slow =
        host -> {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException stopped) {
            throw new UnknownHostException(host);
          }
          return List.of();
        };
    try (OutboundHttp outbound = outbound(slow, "plugins.example:PORT")) {
      URI url = URI.create(here("http://plugins.example:PORT/"));
      long asked = System.nanoTime();
      assertThatThrownBy(
              () -> outbound.send("GET", url, Map.of(), new byte[0], Duration.ofMillis(200)))
          .hasMessageContaining("was not resolved in 200 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1_200));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugins.example",
        "http://x:80",
        "*:80",
        "x:0",
        "x:70000",
        "::1:80",
        ":80",
        "x:8 0"
      })
  void refusesAListThatItDoesNotUnderstand(String entry) {
    assertThatThrownBy(() -> Allowlist.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(entry);
  }
}
