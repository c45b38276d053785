package org.dianjiao.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.document.Document;
import org.dianjiao.document.Provenance;
import org.dianjiao.glyph.ListedGlyph;
import org.dianjiao.review.Approval;

/**
 * What goes into a TEI file.
 *
 * @param title of the document
 * @param project that it belongs to
 * @param version of this program
 * @param document the state to write
 * @param provenance at the same revision
 * @param names of people by account id; one that is not there is called by the id
 * @param kinds of annotations that plugins declare
 * @param glyphs that the project has on its list
 * @param entities what the ids of names mean
 */
public record TeiSource(
    String title,
    String project,
    String version,
    Document document,
    Provenance provenance,
    Map<String, String> names,
    TeiKinds kinds,
    List<ListedGlyph> glyphs,
    EntityFile entities) {

  /**
   * With no kinds of annotations but those of the house, and empty lists of glyphs and entities.
   */
  public TeiSource(
      String title,
      String project,
      String version,
      Document document,
      Provenance provenance,
      Map<String, String> names) {
    this(
        title,
        project,
        version,
        document,
        provenance,
        names,
        TeiKinds.NONE,
        List.of(),
        EntityFile.EMPTY);
  }

  /** Requires a document and a provenance at one revision. */
  public TeiSource {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(version, "version");
    names = Map.copyOf(names);
    glyphs = List.copyOf(glyphs);
    if (document.revision() != provenance.revision()) {
      throw new IllegalArgumentException(
          "the document is at revision %d, its provenance at %d"
              .formatted(document.revision(), provenance.revision()));
    }
  }

  /** The annotations; a name whose entity was merged goes by what stands for it. */
  List<Annotation> annotations() {
    return document.annotations().stream().map(this::named).toList();
  }

  private Annotation named(Annotation annotation) {
    if (!(annotation.body() instanceof Body.Identification name)
        || entities.follow(name.entity()).equals(name.entity())) {
      return annotation;
    }
    return entities
        .entity(name.entity())
        .map(entity -> new Body.Identification(entity.id(), entity.label(), entity.type()))
        .map(
            body -> new Annotation(annotation.id(), annotation.anchor(), body, annotation.author()))
        .orElse(annotation);
  }

  /** The approvals that everybody may know of: none that waits for a second, blind review. */
  List<Approval> approvals() {
    return document.approvals().stream().filter(a -> !document.isDrawn(a.id())).toList();
  }
}
