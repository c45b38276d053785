package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A name that was linked once is linked wherever it stands, taken back by one undo, and what does
 * not go together is shown.
 *
 * @param desk of somebody who is signed in
 */
record OccurrencesScene(Office office, Function<String, Desk> desk) {

  private static final Pictures PICTURES = Pictures.in("occurrences");
  private static final String FORM = "烏有城";
  private static final String ONE = "使者至烏有城，烏有城大。烏有城北門閉，再入烏有城。";
  private static final String OTHER = "還自烏有城，又過烏有城。";

  private static Map<String, Object> place(String surface, int from, String entity, String label) {
    return Effects.annotation(
        ONE,
        surface,
        from,
        Map.of("is", "identification", "entity", entity, "label", label, "type", "place"));
  }

  void aNameIsLinkedWhereverItStands() {
    Team team = office.team();
    String project =
        team.administrator().post("/api/projects", Map.of("name", "烏有")).get("id").asText();
    team.administrator()
        .put(
            "/api/projects/" + project + "/members/" + team.account("Ren"),
            Map.of("role", "editor"));
    String document = team.administrator().importText(project, "烏有", ONE);
    team.administrator().importText(project, "還", OTHER);
    Desk ren = desk.apply("Ren");
    Effects.send(
        ren,
        document,
        List.of(
            place(FORM, 0, "local:U1", FORM),
            place("烏有城北門", 0, "local:U2", "北門"),
            place(FORM, ONE.lastIndexOf(FORM), "local:U3", "烏有縣")));
    ren.open(document);
    ren.putCursorBefore(FORM);
    ren.page().keyboard().press("ArrowRight");
    ren.page().keyboard().press("Alt+Enter");
    ren.page().getByText("All occurrences…").click();

    assertThat(group(ren, "Nothing is said there yet")).containsText("3 places");
    assertThat(group(ren, "It is part of another name or word there")).containsText("北門");
    Locator other = group(ren, "Another entity is meant there");
    assertThat(other).containsText("烏有縣");
    PICTURES.take(ren, "occurrences");
    other.getByRole(AriaRole.CHECKBOX).press("Space");
    ren.button("Annotate 4 places").press("Enter");
    assertThat(ren.page().getByText("Done at 4 places in 2 documents.")).isVisible();
    assertThat(group(ren, "The same is said there already")).containsText("5 places");

    ren.button("Undo in all documents…").click();
    ren.button("Undo it").click();
    assertThat(group(ren, "Nothing is said there yet")).containsText("3 places");
    assertThat(group(ren, "Another entity is meant there")).containsText("烏有縣");

    whatDoesNotGoTogetherIsShown(ren, project);
    isFound(ren, project);
    assertThat(ren.faults().seen()).as("console").isEmpty();
  }

  private static void whatDoesNotGoTogetherIsShown(Desk ren, String project) {
    ren.page().navigate("/projects/" + project);
    ren.page().getByText("Consistency of names and dates").click();
    Locator forms = ren.page().locator("section[aria-label$='with several meanings']");
    assertThat(forms).containsText("烏有縣");
    Locator unlinked = ren.page().locator("section[aria-label$='linked elsewhere, and not here']");
    assertThat(unlinked).containsText(FORM);
    assertThat(unlinked).containsText("not at 3");
    PICTURES.take(ren, "consistency");
    unlinked.getByText("All " + FORM).first().click();
    assertThat(group(ren, "Nothing is said there yet")).containsText("3 places");
  }

  private static void isFound(Desk ren, String project) {
    ren.page().navigate("/projects/" + project + "/search?q=" + FORM);
    assertThat(ren.page().locator(".hits li").first()).isVisible();
    PICTURES.take(ren, "search");
  }

  private static Locator group(Desk ren, String words) {
    return ren.page().locator("section[aria-label='" + words + "']");
  }
}
