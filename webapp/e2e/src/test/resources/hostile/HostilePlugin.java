import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Says in every place where a plugin may say something what a hostile one would. */
public final class HostilePlugin implements Plugin {

  @Override
  public Analyzer start(PluginContext context) throws IOException {
    return new Hostile(Files.readAllLines(context.dataDirectory().resolve("payloads.txt")));
  }

  private static final class Hostile implements Analyzer, Lookup {
    private final List<String> payloads;

    Hostile(List<String> payloads) {
      this.payloads = payloads;
    }

    /** One suggestion at each line of the window, each with the payload of that line. */
    @Override
    public Analysis analyze(AnalysisRequest request) {
      List<Proposal> proposals = new ArrayList<>();
      String text = request.text();
      int line = 0;
      for (int at = 0; at >= 0 && at < text.length(); at = text.indexOf('\n', at) + 1) {
        if (at >= request.focus().start() && at < request.focus().end()) {
          proposals.add(proposal(at, payloads.get(line % payloads.size())));
        }
        line++;
        if (text.indexOf('\n', at) < 0) {
          break;
        }
      }
      return new Analysis(request.focus(), proposals);
    }

    private static Proposal proposal(int at, String payload) {
      String code = URLEncoder.encode(payload, StandardCharsets.UTF_8).replace("+", "%20");
      return new Proposal(
          "hostile",
          new TextRange(at, at + 1),
          List.of(
              new Candidate(new Replace(payload), 0.9, payload),
              new Candidate(new Annotate(new Body.Note(payload)), 0.8, payload)),
          payload,
          List.of(
              URI.create("javascript:" + code),
              URI.create("data:text/html," + code),
              URI.create("https://example.org/" + code)));
    }

    @Override
    public List<Body.Identification> lookup(String query, String type, int limit) {
      return payloads.stream()
          .limit(limit)
          .map(
              payload ->
                  new Body.Identification(
                      URI.create(
                          "javascript:"
                              + URLEncoder.encode(payload, StandardCharsets.UTF_8)
                                  .replace("+", "%20")),
                      payload,
                      "person"))
          .toList();
    }
  }
}
