package org.dianjiao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.characters.Orthography;
import org.dianjiao.json.Json;
import org.dianjiao.people.Operation;

/**
 * What the shipped tables say of characters, for a page that shows a text in another orthography.
 */
final class CharacterRoutes {

  private static final int FIRST = 0x2E80;
  private static final int LAST = 0x3FFFF;

  /** It changes with the program only. */
  private static final String FOR_A_DAY = "private, max-age=86400";

  private final Reply reply;

  CharacterRoutes(Reply reply) {
    this.reply = reply;
  }

  /**
   * The characters that have another form; those that have none are left out.
   *
   * @param simplified the simplified form
   * @param traditional what it may be in a traditional text, likeliest first; itself where it is
   *     ordinary there
   */
  record Forms(Map<String, String> simplified, Map<String, List<String>> traditional) {

    static Forms of(Orthography orthography) {
      Map<String, String> simplified = new TreeMap<>();
      Map<String, List<String>> traditional = new TreeMap<>();
      for (int character = FIRST; character <= LAST; character++) {
        int plain = orthography.simplified(character);
        if (plain != character) {
          simplified.put(Character.toString(character), Character.toString(plain));
        }
        List<Integer> full = orthography.traditional(character);
        if (!full.equals(List.of(character))) {
          traditional.put(
              Character.toString(character), full.stream().map(Character::toString).toList());
        }
      }
      return new Forms(simplified, traditional);
    }
  }

  /** Made when it is asked for the first time. */
  private static final class Packed {
    static final String FORMS = Json.text(Forms.of(Orthography.load()));
  }

  void on(Routes routes) {
    routes.get("/api/characters/orthography", Operation.READ_ORTHOGRAPHY, this::orthography);
  }

  private void orthography(RoutingContext request) {
    reply
        .blocking(() -> Packed.FORMS)
        .onSuccess(
            forms ->
                request
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, FOR_A_DAY)
                    .end(forms))
        .onFailure(failure -> Reply.error(request, failure));
  }
}
