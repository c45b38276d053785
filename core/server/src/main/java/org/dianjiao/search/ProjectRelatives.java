package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.variant.Pairs;

/** The relatives that the sources name, and those that a project decided on besides. */
public final class ProjectRelatives implements Relatives {

  /** What says so, where the project does. */
  public static final String PROJECT = "project";

  private final Relatives sources;
  private final Pairs pairs;

  /** By sources, and by the rules of a project. */
  public ProjectRelatives(Relatives sources, Pairs pairs) {
    this.sources = sources;
    this.pairs = pairs;
  }

  @Override
  public List<Relative> of(int codePoint) {
    List<Relative> all = new ArrayList<>(sources.of(codePoint));
    for (Pairs.Pair pair : pairs.of(codePoint)) {
      String type = pair.rule().type();
      boolean script = type.equals("simplified") || type.equals("traditional");
      Bond bond = script ? Bond.SIMPLIFIED : Bond.VARIANT;
      if (all.stream().noneMatch(one -> one.codePoint() == pair.other() && one.bond() == bond)) {
        all.add(new Relative(pair.other(), bond, type, List.of(PROJECT)));
      }
    }
    return all;
  }
}
