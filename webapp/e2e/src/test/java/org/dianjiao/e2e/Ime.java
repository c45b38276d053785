package org.dianjiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An input method in somebody's window: it writes as the real ones do, by way of the browser. */
final class Ime {

  /**
   * Notes what the browser tells of compositions, and the passage in which one begins. What is only
   * suggested is no text.
   */
  private static final String WATCH =
      """
      () => {
        const without = (node, which) => {
          const copy = node.cloneNode(true);
          copy.querySelectorAll?.(which).forEach((one) => one.remove());
          return copy.textContent.replaceAll("\\u200b", "");
        };
        const text = (node) => without(node, ".ghost");
        const document_ = (node) => without(node, ".ghost, .proposal.written");
        const lines = () => [...document.querySelectorAll(".cm-content > .cm-line")];
        const passage = () => {
          const { focusNode } = getSelection();
          const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
          return element?.closest(".cm-line") ?? null;
        };
        const upTo = (line, node, offset) => {
          const range = document.createRange();
          range.setStart(line, 0);
          range.setEnd(node, offset);
          return text(range.cloneContents()).length;
        };
        const ime = { events: [], before: "", selected: "", after: "" };
        const note = (event) => ime.events.push(event.type.slice("composition".length) + " " + event.data);
        addEventListener("compositionstart", (event) => {
          note(event);
          const line = passage();
          const { startContainer, startOffset, endContainer, endOffset } = getSelection().getRangeAt(0);
          ime.before = text(line).slice(0, upTo(line, startContainer, startOffset));
          ime.selected = text(getSelection().getRangeAt(0).cloneContents());
          ime.after = text(line).slice(upTo(line, endContainer, endOffset));
        }, true);
        addEventListener("compositionupdate", note, true);
        addEventListener("compositionend", note, true);
        ime.look = () => {
          const line = passage();
          return {
            events: ime.events.splice(0),
            passage: line ? text(line) : "",
            before: ime.before,
            selected: ime.selected,
            after: ime.after,
            text: lines().map(text).join("\\n"),
            document: lines().map(document_).join("\\n"),
            state: document.querySelector(".state-line").textContent,
          };
        };
        ime.select = ([line, from, to]) => {
          const at = (offset) => {
            const walker = document.createTreeWalker(lines()[line], NodeFilter.SHOW_TEXT, (node) =>
              node.parentElement.closest(".ghost, .proposal.written") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (offset <= node.length) return [node, offset];
              offset -= node.length;
            }
            return [lines()[line], 0];
          };
          document.querySelector(".cm-content").focus();
          getSelection().setBaseAndExtent(...at(from), ...at(to));
          return new Promise((done) => setTimeout(() => requestAnimationFrame(done)));
        };
        ime.converge = async (expected) => {
          const until = performance.now() + 200;
          let now = ime.look();
          while (performance.now() < until && (now.document !== expected || now.state !== "Saved")) {
            await new Promise((done) => setTimeout(done, 5));
            now = { ...ime.look(), events: now.events };
          }
          return now;
        };
        window.ime = ime;
      }""";

  private final Page page;
  private final CDPSession browser;

  Ime(Page page) {
    this.page = page;
    this.browser = page.context().newCDPSession(page);
    page.evaluate(WATCH);
  }

  /**
   * What is to be seen in the window.
   *
   * @param events what the browser told of compositions since the last look
   * @param passage the one with the cursor
   * @param before what stood in the passage before the place of the last composition
   * @param selected what was selected there
   * @param after what stood after it
   * @param text as far as it is in sight
   * @param document the same without what is proposed by typing in this window
   * @param state of saving
   */
  record Look(
      List<String> events,
      String passage,
      String before,
      String selected,
      String after,
      String text,
      String document,
      String state) {

    private static Look of(Object seen) {
      Map<?, ?> look = (Map<?, ?>) seen;
      List<String> events = ((List<?>) look.get("events")).stream().map(String::valueOf).toList();
      return new Look(
          events,
          (String) look.get("passage"),
          (String) look.get("before"),
          (String) look.get("selected"),
          (String) look.get("after"),
          (String) look.get("text"),
          (String) look.get("document"),
          (String) look.get("state"));
    }
  }

  Look look() {
    return Look.of(page.evaluate("() => ime.look()"));
  }

  /**
   * Waits until the window shows this text and all is saved; fails when it does not come to that.
   */
  void converge(Supplier<String> expected) {
    Look now = look();
    for (int times = 0; times < 100; times++) {
      String text = expected.get();
      now = Look.of(page.evaluate("text => ime.converge(text)", text));
      if (now.document().equals(text) && now.state().equals("Saved")) {
        return;
      }
    }
    assertThat(now.document()).as("what the window shows").isEqualTo(expected.get());
    assertThat(now.state()).isEqualTo("Saved");
  }

  /** Waits until the window says that all is saved. */
  void awaitSaved() {
    page.waitForFunction("() => document.querySelector('.state-line').textContent === 'Saved'");
  }

  /** Puts the cursor into a passage, or selects in it. */
  void select(int passage, int from, int to) {
    page.evaluate("range => ime.select(range)", List.of(passage, from, to));
  }

  /** Writes letters, or others in their place. */
  void spell(String letters) {
    JsonObject composition = new JsonObject();
    composition.addProperty("text", letters);
    composition.addProperty("selectionStart", letters.length());
    composition.addProperty("selectionEnd", letters.length());
    browser.send("Input.imeSetComposition", composition);
  }

  /** Puts a word in the place of the letters. */
  void choose(String word) {
    JsonObject text = new JsonObject();
    text.addProperty("text", word);
    browser.send("Input.insertText", text);
  }

  /** Takes the letters back, as after Escape. */
  void giveUp() {
    spell("");
  }
}
