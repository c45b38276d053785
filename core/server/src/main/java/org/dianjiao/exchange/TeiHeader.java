package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.Body;
import org.dianjiao.document.Provenance.Share;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;

/**
 * Writes the header: who is responsible, with what programs, what characters, what was approved.
 */
final class TeiHeader {

  private static final Pattern VERSION = Pattern.compile("\\d+[a-z]*\\d*(\\.\\d+[a-z]*\\d*){0,3}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

  private final XmlOutput xml;
  private final TeiSource source;
  private final TeiAgencies agencies;

  TeiHeader(XmlOutput xml, TeiSource source, TeiAgencies agencies) {
    this.xml = xml;
    this.source = source;
    this.agencies = agencies;
  }

  void write(TeiLayout layout, Map<Body.Glyph, String> characters) {
    xml.openBlock("teiHeader");
    file();
    xml.openBlock("encodingDesc");
    xml.openBlock("projectDesc");
    xml.block("p", source.project());
    xml.closeBlock();
    editorial();
    programs();
    new TeiCharacters(xml, source).write(characters);
    xml.closeBlock();
    if (!source.provenance().shares().isEmpty()) {
      revisions(layout);
    }
    xml.closeBlock();
  }

  private void file() {
    xml.openBlock("fileDesc");
    xml.openBlock("titleStmt");
    xml.block("title", source.title());
    responsible(
        TeiAgencies.SOURCE, List.of("text and marks as they were brought in"), source.title());
    for (TeiAgencies.Person person : agencies.people()) {
      responsible(person.id(), person.deeds(), person.name());
    }
    xml.closeBlock();
    xml.openBlock("editionStmt");
    String revision = Long.toString(source.document().revision());
    xml.block("edition", "revision " + revision, "n", revision);
    xml.closeBlock();
    xml.openBlock("publicationStmt");
    xml.block("p", "Exported from Dianjiao " + source.version() + ".");
    xml.closeBlock();
    xml.openBlock("sourceDesc");
    xml.block("p", source.title());
    xml.closeBlock();
    xml.closeBlock();
  }

  private void responsible(String id, List<String> deeds, String name) {
    xml.openBlock("respStmt", "xml:id", id);
    deeds.forEach(deed -> xml.block("resp", deed));
    xml.block("name", name);
    xml.closeBlock();
  }

  private void editorial() {
    xml.openBlock("editorialDecl");
    xml.block(
        "p",
        "Each p is a line of the transcription. The body without reg is the text, character for"
            + " character. pc is a mark; resp names who answers for it, then what suggested it."
            + " Annotations that cross others, cross lines or are remarks stand in standOff and"
            + " point to anchors; at-N stands before the UTF-16 unit N of the text.");
    xml.closeBlock();
  }

  private void programs() {
    xml.openBlock("appInfo");
    application("dianjiao", "dianjiao", source.version());
    for (TeiAgencies.Plugin plugin : agencies.plugins()) {
      application(plugin.id(), plugin.plugin(), plugin.version());
    }
    xml.closeBlock();
  }

  private void application(String id, String name, String version) {
    Matcher number = VERSION.matcher(version);
    xml.openBlock(
        "application",
        "xml:id",
        id,
        "ident",
        NAME.matcher(name).matches() ? name : id,
        "version",
        number.lookingAt() ? number.group() : "0");
    xml.block("label", name + " " + version);
    xml.closeBlock();
  }

  private void revisions(TeiLayout layout) {
    xml.openBlock("revisionDesc");
    source.approvals().stream()
        .sorted(Comparator.comparingLong(Approval::revision).reversed())
        .forEach(approval -> approval(approval, layout));
    source.document().ready(0, source.document().text().length()).forEach(this::ready);
    source.provenance().shares().forEach(this::share);
    xml.closeBlock();
  }

  private void approval(Approval approval, TeiLayout layout) {
    String place =
        layout.isLine(approval)
            ? "#line-" + (source.document().text().lineAt(approval.start()).index() + 1)
            : "#%s #%s".formatted(TeiBody.anchor(approval.start()), TeiBody.anchor(approval.end()));
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "who",
                agencies.person(approval.account()),
                "status",
                "approved",
                "target",
                place,
                "n",
                Long.toString(approval.revision())));
    source
        .provenance()
        .approved(approval.id())
        .ifPresent(at -> attributes.addAll(List.of("when", at.toString())));
    String words = "approved at revision " + approval.revision();
    xml.block(
        "change",
        approval.unmarked() ? words + ": nothing to mark here" : words,
        attributes.toArray(new String[0]));
  }

  private void ready(Readiness word) {
    int line = source.document().text().lineAt(word.start()).index() + 1;
    xml.block(
        "change",
        "ready to be reviewed at revision " + word.revision(),
        "who",
        agencies.person(word.account()),
        "status",
        "ready",
        "target",
        "#line-" + line,
        "n",
        Long.toString(word.revision()));
  }

  private void share(String account, Share share) {
    xml.block(
        "change",
        share.changes() == 1 ? "1 change" : share.changes() + " changes",
        "who",
        agencies.person(account),
        "from",
        share.first().toString(),
        "to",
        share.last().toString());
  }
}
