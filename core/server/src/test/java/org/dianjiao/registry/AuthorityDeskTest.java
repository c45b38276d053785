package org.dianjiao.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Redirect;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.NewStep;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks on one database, as two nodes have them. */
class AuthorityDeskTest {

  private static final URI SABSU = URI.create("local:P0002");

  private Database database;
  private AuthorityDesk one;
  private AuthorityDesk other;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(StorageSettings.defaults(folder));
    one = new AuthorityDesk(database);
    other = new AuthorityDesk(database);
    one.ship();
    other.ship();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entity person(String id, String label) {
    return (Entity) EntityRows.ofLine("local:%s\tperson\t%s".formatted(id, label));
  }

  private void add(String file, List<Change> changes) {
    database.authorityFiles().add(file, NewStep.byServer(Deed.EDIT, changes));
  }

  private static List<URI> found(AuthorityDesk desk, String file, String query) {
    return desk.seen(file).find(query, any -> true, 20).stream()
        .map(found -> found.entity().id())
        .toList();
  }

  @Test
  void shipsOnce() {
    assertThat(one.seen(AuthorityFiles.SERVER).own()).isEqualTo(1);
    assertThat(one.seen(AuthorityFiles.SERVER).entries()).isEqualTo(516);
  }

  @Test
  void findsWhatAnotherNodeChanged() {
    String server = AuthorityFiles.SERVER;
    assertThat(found(one, server, "薩布素")).containsExactly(SABSU);
    assertThat(found(other, server, "某新名")).isEmpty();
    Entity before = one.seen(server).file().entity(SABSU).orElseThrow();
    Entity after = person("P0002", "某新名");
    add(server, List.of(new Change(SABSU, Optional.of(before), Optional.of(after))));
    for (AuthorityDesk desk : List.of(one, other)) {
      assertThat(found(desk, server, "某新名")).containsExactly(SABSU);
      assertThat(found(desk, server, "薩布素")).isEmpty();
    }
    add(server, List.of(Change.added(after).reversed()));
    assertThat(found(one, server, "某新名")).isEmpty();
    assertThat(other.seen(server).list(any -> true)).hasSize(515);
  }

  @Test
  void laysLabelsOutAnewWhenMuchChanged() {
    String server = AuthorityFiles.SERVER;
    assertThat(found(one, server, "薩布素")).containsExactly(SABSU);
    List<Change> many = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      many.add(Change.added(person("n" + i, "名字" + i)));
    }
    add(server, many);
    assertThat(found(one, server, "名字1499")).containsExactly(URI.create("local:n1499"));
    assertThat(found(one, server, "薩布素")).containsExactly(SABSU);
    assertThat(one.seen(server).list(any -> true)).hasSize(2_016);
  }

  @Test
  void aProjectSeesItsOwnEntriesOverThoseOfTheServer() {
    String project = database.projects().create("own", "").id();
    URI copied = URI.create("local:P0003");
    add(
        project,
        List.of(Change.added(person("P0002", "某新名")), Change.added(new Redirect(copied, SABSU))));
    assertThat(found(one, project, "某新名")).containsExactly(SABSU);
    assertThat(found(one, project, "薩布素")).isEmpty();
    assertThat(one.seen(project).list(any -> true)).hasSize(515);
    assertThat(one.seen(project).file().entity(copied).orElseThrow().label()).isEqualTo("某新名");
    assertThat(one.seen(project).hidden(SABSU).orElseThrow().label()).isEqualTo("薩布素");
    assertThat(found(one, AuthorityFiles.SERVER, "薩布素")).containsExactly(SABSU);
  }
}
