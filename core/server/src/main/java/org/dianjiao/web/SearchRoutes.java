package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.search.Found;
import org.dianjiao.search.IndexDesk;
import org.dianjiao.search.Phrase;
import org.dianjiao.search.ProjectRelatives;
import org.dianjiao.search.Question;
import org.dianjiao.search.Relatives;
import org.dianjiao.search.Switches;
import org.dianjiao.search.TagFilter;
import org.dianjiao.search.Tagged;
import org.dianjiao.search.Wanted;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.variant.Pairs;

/** Search in the texts and annotations of a project. */
final class SearchRoutes {

  private static final Set<String> FOLDS = Set.of("variants", "simplified");
  private static final Set<String> PASSED = Set.of("marks", "lines", "notes", "selectors");
  private static final int USUAL_HITS = 50;

  private final Database database;
  private final IndexDesk desk;
  private final Relatives relatives;
  private final AuthorityDesk authority;
  private final Limits limits;
  private final Reply reply;

  SearchRoutes(
      Database database,
      IndexDesk desk,
      Relatives relatives,
      AuthorityDesk authority,
      Limits limits,
      Reply reply) {
    this.authority = authority;
    this.database = database;
    this.desk = desk;
    this.relatives = relatives;
    this.limits = limits;
    this.reply = reply;
  }

  private record DocumentCount(String id, String title, int matches) {}

  /** What counts as a character that was asked for. */
  private record Form(String form, String kind, String relation, List<String> sources) {}

  /**
   * The answer.
   *
   * @param behind documents that were not searched as they are now
   * @param forms by character that was asked for
   */
  private record Answer(
      long total,
      boolean complete,
      int behind,
      int from,
      List<DocumentCount> documents,
      List<Found.Hit> hits,
      Map<String, String> people,
      Map<String, List<Form>> forms) {}

  void on(Routes routes) {
    routes.get("/api/projects/:project/search", Operation.SEARCH, this::search);
  }

  private void search(RoutingContext request) {
    String words = Query.word(request, "q").orElse("");
    if (words.length() > limits.searchUnits()) {
      throw new IllegalArgumentException(
          "the question has %d units; the most is %d"
              .formatted(words.length(), limits.searchUnits()));
    }
    Switches switches = switches(request);
    TagFilter filter = filter(request);
    int from = Query.offset(request, "from").orElse(0);
    int limit = Query.offset(request, "limit").orElse(USUAL_HITS);
    if (from > limits.searchReach()) {
      throw new IllegalArgumentException(
          "from %d is behind %d, as far as matches are told; ask for less"
              .formatted(from, limits.searchReach()));
    }
    Optional<String> within = Query.word(request, "document");
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              List<DocumentRow> rows = rows(project, within);
              Question question =
                  new Question(
                      project,
                      rows.stream().map(DocumentRow::id).toList(),
                      Question.phrases(words, switches, relatives(project)),
                      mergedToo(project, filter),
                      from,
                      Math.min(limit, limits.searchHits()),
                      limits.searchMillis());
              return answer(rows, question);
            }));
  }

  /** Whoever looks for an entity means those, too, that were merged with it. */
  private TagFilter mergedToo(String project, TagFilter filter) {
    Optional<URI> entity = filter.entity().flatMap(SearchRoutes::address);
    return entity
        .map(
            id ->
                filter.or(
                    authority.seen(project).file().meaning(id).stream()
                        .map(URI::toString)
                        .collect(Collectors.toSet())))
        .orElse(filter);
  }

  private static Optional<URI> address(String word) {
    try {
      return Optional.of(new URI(word)).filter(URI::isAbsolute);
    } catch (URISyntaxException aWord) {
      return Optional.empty();
    }
  }

  private Relatives relatives(String project) {
    return new ProjectRelatives(
        relatives, new Pairs(database.variantRules().of(project).rulesOnly()));
  }

  /** The documents of the project; copies of blind rounds are none of them. */
  private List<DocumentRow> rows(String project, Optional<String> within) {
    return database.projects().documents(project).stream()
        .filter(row -> within.filter(id -> !id.equals(row.id())).isEmpty())
        .toList();
  }

  private Answer answer(List<DocumentRow> rows, Question question) {
    int behind = desk.behind(rows); // before the question: it may catch up meanwhile
    Found found = desk.ask(question);
    List<DocumentCount> counts = new ArrayList<>();
    for (DocumentRow row : rows) {
      Optional.ofNullable(found.counts().get(row.id()))
          .ifPresent(count -> counts.add(new DocumentCount(row.id(), row.title(), count)));
    }
    return new Answer(
        found.total(),
        found.complete(),
        behind,
        question.from(),
        counts,
        found.hits(),
        people(found),
        forms(question));
  }

  private static Map<String, List<Form>> forms(Question question) {
    Map<String, List<Form>> forms = new LinkedHashMap<>();
    for (Phrase phrase : question.phrases()) {
      for (Wanted wanted : phrase.wanted()) {
        List<Form> others = wanted.relatives().stream().map(SearchRoutes::form).toList();
        if (!others.isEmpty()) {
          forms.put(wanted.asked(), others);
        }
      }
    }
    return forms;
  }

  private static Form form(Relatives.Relative relative) {
    return new Form(
        Character.toString(relative.codePoint()),
        relative.bond().name().toLowerCase(Locale.ROOT),
        relative.relation(),
        relative.sources());
  }

  private Map<String, String> people(Found found) {
    Map<String, String> names = new LinkedHashMap<>();
    found.hits().stream()
        .flatMap(hit -> hit.tag().map(Tagged::person).stream())
        .distinct()
        .forEach(id -> names.put(id, database.accounts().byId(id).map(Account::name).orElse(id)));
    return names;
  }

  private static Switches switches(RoutingContext request) {
    Set<String> fold = words(request, "fold", FOLDS);
    Set<String> ignore = words(request, "ignore", PASSED);
    return new Switches(
        fold.contains("variants"),
        fold.contains("simplified"),
        ignore.contains("marks"),
        ignore.contains("lines"),
        ignore.contains("notes"),
        ignore.contains("selectors"));
  }

  /** Words that commas part. */
  private static Set<String> words(RoutingContext request, String name, Set<String> known) {
    List<String> words =
        Query.word(request, name).map(all -> Arrays.asList(all.split(","))).orElse(List.of());
    for (String word : words) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "%s \"%s\" is none of %s"
                .formatted(name, word, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return Set.copyOf(words);
  }

  private static TagFilter filter(RoutingContext request) {
    return new TagFilter(
        Query.word(request, "kind"),
        Query.word(request, "entity"),
        Query.word(request, "person"),
        Query.word(request, "state").map(SearchRoutes::state));
  }

  private static Tagged.State state(String word) {
    return Arrays.stream(Tagged.State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "state \"%s\" is none of anchored, orphaned, proposed".formatted(word)));
  }
}
