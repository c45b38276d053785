package org.dianjiao.e2e;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Finds words in the editor and points at them with the mouse. */
final class Places {

  /**
   * Brings the words into sight and tells where their edge is; what is only suggested is no text.
   * Only passages near the sight are in the page, so it scrolls on with each try.
   */
  private static final String FIND =
      """
      ({words, before}) => {
        for (const line of document.querySelectorAll(".cm-line")) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, node =>
              node.parentElement.closest(".ghost") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
          const units = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (let offset = 0; offset < node.length; offset++) units.push([node, offset]);
          }
          const found = units.map(([node, offset]) => node.data[offset]).join("").indexOf(words);
          if (found < 0) continue;
          const [node, offset] = units[before ? found : found + words.length - 1];
          node.parentElement.scrollIntoView({block: "center"});
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const {left, right, top, bottom} = range.getClientRects()[0];
          return [before ? left + 2 : right - 2, (top + bottom) / 2];
        }
        const scroller = document.querySelector(".cm-scroller");
        const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
        scroller.scrollTop = atEnd ? 0 : scroller.scrollTop + scroller.clientHeight / 2;
        return null;
      }""";

  private Places() {}

  static void click(Page page, String words, boolean before) {
    List<?> point =
        (List<?>) page.waitForFunction(FIND, Map.of("words", words, "before", before)).jsonValue();
    page.mouse().click(number(point.get(0)), number(point.get(1)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
