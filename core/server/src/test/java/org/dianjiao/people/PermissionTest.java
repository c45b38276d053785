package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTest {

  private static final List<Role> ROLES =
      List.of(Role.VIEWER, Role.ANNOTATOR, Role.EDITOR, Role.REVIEWER, Role.MANAGER);

  /** One letter for viewer, annotator, editor, reviewer, manager: y may, n may not. */
  private static final Map<Permission, String> TABLE =
      Map.ofEntries(
          Map.entry(Permission.READ_DOCUMENT, "yyyyy"),
          Map.entry(Permission.EXPORT_DOCUMENT, "yyyyy"),
          Map.entry(Permission.EDIT_TEXT, "nnyyy"),
          Map.entry(Permission.ANNOTATE, "nnyyy"),
          Map.entry(Permission.PROPOSE, "nyyyy"),
          Map.entry(Permission.COMMENT, "nyyyy"),
          Map.entry(Permission.RUN_PLUGIN, "nyyyy"),
          Map.entry(Permission.NAME_VERSION, "nyyyy"),
          Map.entry(Permission.DECIDE, "nnnyy"),
          Map.entry(Permission.KEEP_ENTITIES, "nnyyy"),
          Map.entry(Permission.APPROVE, "nnnyy"),
          Map.entry(Permission.REVERT, "nnnyy"),
          Map.entry(Permission.RUN_JOB, "nnnyy"),
          Map.entry(Permission.KEEP_RULES, "nnnyy"),
          Map.entry(Permission.IMPORT_DOCUMENT, "nnnny"),
          Map.entry(Permission.ASSIGN, "nnnny"),
          Map.entry(Permission.KEEP_VERSIONS, "nnnny"),
          Map.entry(Permission.KEEP_REVIEW, "nnnny"),
          Map.entry(Permission.KEEP_CONSENT, "nnnny"),
          Map.entry(Permission.KEEP_MEMBERS, "nnnny"));

  record Cell(Permission permission, Role role, boolean may) {}

  static Stream<Cell> cells() {
    return TABLE.entrySet().stream()
        .flatMap(
            row ->
                ROLES.stream()
                    .map(
                        role ->
                            new Cell(
                                row.getKey(),
                                role,
                                row.getValue().charAt(ROLES.indexOf(role)) == 'y')));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aRoleMayWhatTheTableSays(Cell cell) {
    Optional<String> refusal = cell.permission().refusal(Optional.of(cell.role()));
    assertThat(refusal.isEmpty()).isEqualTo(cell.may());
    refusal.ifPresent(words -> assertThat(words).contains(cell.role().word(), "it takes "));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void whoIsNoMemberMayNothing(Permission permission) {
    assertThat(permission.refusal(Optional.empty()).orElseThrow())
        .startsWith("only members of the project may ");
  }

  @Test
  void theTableKnowsEveryPermission() {
    assertThat(TABLE).containsOnlyKeys(Permission.values());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleReadsBackFromItsWord(Role role) {
    assertThat(Role.of(role.word())).isEqualTo(role);
  }
}
