package org.dianjiao.consistency;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.mention.Dated;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.mention.Mention;

/** Finds forms where nothing is said of them, the longest first: never part of another name. */
final class Unannotated {

  private final Map<Character, List<String>> byFirst = new HashMap<>();

  Unannotated(List<String> forms) {
    for (String form : forms) {
      byFirst.computeIfAbsent(form.charAt(0), first -> new ArrayList<>()).add(form);
    }
    byFirst.values().forEach(some -> some.sort((one, other) -> other.length() - one.length()));
  }

  /** Where each form stands in a document and no mention or date is. */
  Map<String, List<Integer>> in(DocumentMentions read) {
    BitSet said = new BitSet(read.text().length());
    for (Mention one : read.mentions()) {
      said.set(one.start(), one.end());
    }
    for (Dated one : read.dates()) {
      said.set(one.start(), one.end());
    }
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    String text = read.text().toString();
    int at = 0;
    while (at < text.length()) {
      String form = said.get(at) ? "" : longest(text, at);
      if (!form.isEmpty() && said.get(at, at + form.length()).isEmpty()) {
        found.computeIfAbsent(form, key -> new ArrayList<>()).add(at);
      }
      at += Math.max(1, form.length());
    }
    return found;
  }

  private String longest(String text, int at) {
    return byFirst.getOrDefault(text.charAt(at), List.of()).stream()
        .filter(form -> text.startsWith(form, at))
        .findFirst()
        .orElse("");
  }
}
