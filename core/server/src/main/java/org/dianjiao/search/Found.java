package org.dianjiao.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total matches in all documents
 * @param complete whether there was time to look everywhere
 * @param counts matches by document, in the order in which documents were named
 * @param hits the matches that were asked for
 */
public record Found(long total, boolean complete, Map<String, Integer> counts, List<Hit> hits) {

  /**
   * One match.
   *
   * @param revision of the document, at which its places count
   * @param before text before it
   * @param text its text
   * @param after text behind it
   * @param folds characters of it that are not those that were asked for
   * @param passed what was passed over in it: {@code marks}, {@code lines}, {@code notes}, {@code
   *     selectors}
   * @param tag the annotation that was found, or that the match overlaps
   */
  public record Hit(
      String document,
      long revision,
      int start,
      int end,
      String before,
      String text,
      String after,
      List<Fold> folds,
      List<String> passed,
      Optional<Tagged> tag) {}

  /**
   * Why a character counts as another.
   *
   * @param start of it in the document
   * @param end of it
   * @param asked what was asked for; empty for any character
   * @param kind {@code variant}, {@code simplified} or {@code any}
   * @param relation in the words of the sources
   * @param sources that say so
   */
  public record Fold(
      int start, int end, String asked, String kind, String relation, List<String> sources) {}
}
