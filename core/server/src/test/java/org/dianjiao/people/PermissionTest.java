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
      List.of(Role.VIEWER, Role.ANNOTATOR, Role.REVIEWER, Role.MANAGER);

  /** One letter for viewer, annotator, reviewer, manager: y may, n may not. */
  private static final Map<Permission, String> TABLE =
      Map.ofEntries(
          Map.entry(Permission.READ_DOCUMENT, "yyyy"),
          Map.entry(Permission.EXPORT_DOCUMENT, "yyyy"),
          Map.entry(Permission.EDIT_TEXT, "nyyy"),
          Map.entry(Permission.ANNOTATE, "nyyy"),
          Map.entry(Permission.PROPOSE, "nyyy"),
          Map.entry(Permission.RUN_PLUGIN, "nyyy"),
          Map.entry(Permission.NAME_VERSION, "nyyy"),
          Map.entry(Permission.DECIDE, "nnyy"),
          Map.entry(Permission.APPROVE, "nnyy"),
          Map.entry(Permission.REVERT, "nnyy"),
          Map.entry(Permission.IMPORT_DOCUMENT, "nnny"),
          Map.entry(Permission.KEEP_VERSIONS, "nnny"),
          Map.entry(Permission.KEEP_REVIEW, "nnny"),
          Map.entry(Permission.KEEP_MEMBERS, "nnny"));

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
