package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which forms of a component stand for one another in a description: 人 is written 亻 at the left, 水
 * 氵, 心 忄; and ⺅ is another code of 亻.
 */
final class Components {

  private static final String SIDE_BY_SIDE = "⿰⿲";
  private static final String STACKED = "⿱⿳";

  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, List<Form>> forms = new HashMap<>();

  /** A form of a component, and where in a character it is written so. */
  private record Form(String form, String place) {

    /** Whether it may be this part of so many under an operator. */
    boolean suits(int operator, int part, int parts) {
      boolean stacked = STACKED.indexOf(operator) >= 0;
      boolean beside = SIDE_BY_SIDE.indexOf(operator) >= 0;
      return switch (place) {
        case "left" -> part == 0 && !stacked;
        case "top" -> part == 0 && !beside;
        case "right" -> part == parts - 1 && !stacked;
        case "bottom" -> part == parts - 1 && !beside;
        default -> true;
      };
    }
  }

  /** From rows of place, component and form; the place {@code same} is another code. */
  Components(List<String[]> rows) {
    Map<String, List<Form>> classes = new HashMap<>();
    for (String[] row : rows) {
      if (row[0].equals("same")) {
        codes.put(row[1], row[2]);
      } else {
        classes
            .computeIfAbsent(row[1], proper -> new ArrayList<>(List.of(new Form(proper, "any"))))
            .add(new Form(row[2], row[0]));
      }
    }
    for (List<Form> members : classes.values()) {
      members.forEach(
          member -> forms.computeIfAbsent(member.form(), key -> new ArrayList<>()).addAll(members));
    }
  }

  /** A description with every radical sign as the ideograph that it is. */
  String unified(String description) {
    StringBuilder unified = new StringBuilder();
    description
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(part -> unified.append(codes.getOrDefault(part, part)));
    return unified.toString();
  }

  /** The component itself, then the forms that may stand for it as this part under an operator. */
  List<String> standIns(String component, int operator, int part, int parts) {
    Set<String> found = new LinkedHashSet<>(List.of(component));
    forms.getOrDefault(component, List.of()).stream()
        .filter(form -> form.suits(operator, part, parts))
        .forEach(form -> found.add(form.form()));
    return List.copyOf(found);
  }

  /** All forms of a component, wherever they stand; itself first. */
  List<String> everyForm(String component) {
    Set<String> found = new LinkedHashSet<>(List.of(component));
    forms.getOrDefault(component, List.of()).forEach(form -> found.add(form.form()));
    return List.copyOf(found);
  }
}
