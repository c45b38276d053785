package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.glyph.Clip;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.ListedGlyph;
import org.junit.jupiter.api.Test;

/** What every engine promises about lists of glyphs. */
abstract class GlyphsContract extends StorageContract {

  private static final String PRIVATE = Character.toString(0xF0001);
  private static final GlyphEntry FO = new GlyphEntry("⿰口佛", "⿰口佛", "𠲽", "法國\n『佛郎西』");
  private static final GlyphEntry MADE = new GlyphEntry("CB00166", "⿰佛佛", PRIVATE, "");

  GlyphsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Glyphs glyphs() {
    return database.glyphs();
  }

  private String project() {
    return database.projects().create("條約", "").id();
  }

  private static Clip clip(String more) {
    return Clip.of(
        ("\u0089PNG\r\n\u001a\n\u0000\u00ff" + more).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void keepsWhatWasWrittenByProject() {
    String project = project();
    String author = somebody().id();
    ListedGlyph made = glyphs().add(project, MADE, author);
    ListedGlyph fo = glyphs().add(project, FO, author);
    assertThat(glyphs().of(project)).containsExactly(made, fo);
    assertThat(fo.entry()).isEqualTo(FO);
    assertThat(glyphs().of(project())).isEmpty();
    assertThatThrownBy(() -> glyphs().add("none", FO, author)).isInstanceOf(UnknownProject.class);
  }

  @Test
  void hasOneEntryForADescriptionAndForAPrivateUseCharacter() {
    String project = project();
    String author = somebody().id();
    glyphs().add(project, FO, author);
    ListedGlyph made = glyphs().add(project, MADE, author);
    assertThatThrownBy(() -> glyphs().add(project, FO, author))
        .isInstanceOf(NameTaken.class)
        .hasMessageContaining("⿰口佛");
    GlyphEntry sameCode = new GlyphEntry("other", "", PRIVATE, "");
    assertThatThrownBy(() -> glyphs().add(project, sameCode, author))
        .isInstanceOf(NameTaken.class)
        .hasMessageContaining("U+F0001");
    assertThatThrownBy(() -> glyphs().change(project, made.id(), FO)).isInstanceOf(NameTaken.class);
    glyphs().add(project, new GlyphEntry("口佛", "", "𠲽", ""), author);
    glyphs().add(project(), FO, author);
    assertThat(glyphs().of(project)).hasSize(3);
  }

  @Test
  void changesAndRemovesNothingOfAnotherProject() {
    String project = project();
    ListedGlyph fo = glyphs().add(project, FO, somebody().id());
    String other = project();
    assertThat(glyphs().change(other, fo.id(), MADE)).isFalse();
    assertThat(glyphs().setClip(other, fo.id(), clip("a"))).isFalse();
    assertThat(glyphs().remove(other, fo.id())).isFalse();
    assertThat(glyphs().change(project, fo.id(), MADE)).isTrue();
    assertThat(glyphs().of(project))
        .containsExactly(new ListedGlyph(fo.id(), MADE, fo.clip(), fo.author(), fo.at()));
    assertThat(glyphs().remove(project, fo.id())).isTrue();
    assertThat(glyphs().remove(project, fo.id())).isFalse();
    assertThat(glyphs().of(project)).isEmpty();
  }

  @Test
  void keepsOnePictureOfEachByteForByte() {
    String project = project();
    String id = glyphs().add(project, FO, somebody().id()).id();
    assertThat(glyphs().clip(project, id)).isEmpty();
    assertThat(glyphs().setClip(project, id, clip("a"))).isTrue();
    assertThat(glyphs().setClip(project, id, clip("b\u0000"))).isTrue();
    assertThat(glyphs().clip(project, id).orElseThrow().bytes()).isEqualTo(clip("b\u0000").bytes());
    assertThat(glyphs().of(project).get(0).clip()).isEqualTo(Optional.of(Clip.Kind.PNG));
    assertThat(glyphs().clip(project(), id)).isEmpty();
    assertThat(glyphs().removeClip(project(), id)).isFalse();
    assertThat(glyphs().removeClip(project, id)).isTrue();
    assertThat(glyphs().removeClip(project, id)).isFalse();
    glyphs().setClip(project, id, clip("c"));
    assertThat(glyphs().remove(project, id)).isTrue();
  }
}
