package org.dianjiao.exchange.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.authority.Span;
import org.dianjiao.exchange.TeiSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityFormatTest {

  private static final int MOST = 10_000;
  private static final URI SABSU = URI.create("local:P2");
  private static final URI OFFICE = URI.create("local:O1");

  /** Everything that an entity can have, with what XML and rows have to escape. */
  private static final Entity FULL =
      new Entity(
          SABSU,
          "person",
          List.of(
              Label.of(Label.Kind.PREFERRED, "Hant", "薩布素"),
              Label.of(Label.Kind.PREFERRED, "Hans", "萨布素"),
              new Label("薩公", Label.Kind.VARIANT, "Hant", new Span("1683", "1701-05")),
              Label.of(Label.Kind.ABBREVIATION, "Hant", "薩"),
              Label.of(Label.Kind.TRANSLITERATION, "Latn", "Sabsu <& \"the general\">")),
          new Span("1629-03", "1701"),
          Optional.of(new Point(50.25, -127.5)),
          List.of("General; of Heilongjiang | first", "second note"),
          List.of(
              new External(
                  "wikidata",
                  "Q1",
                  Optional.of(URI.create("http://www.wikidata.org/entity/Q1")),
                  External.Match.EXACT),
              new External("cbdb", "77", Optional.empty(), External.Match.EXACT),
              new External(
                  "geonames",
                  "2",
                  Optional.of(URI.create("https://www.geonames.org/2")),
                  External.Match.CLOSE)),
          List.of(
              new Relation("holder-of", OFFICE, new Span("1683", "1701")),
              new Relation("related-to", URI.create("local:X9"), Span.UNKNOWN)),
          List.of("ECCP", "seeds"));

  private static Entity plain(String id, String type, String label, Span period) {
    return new Entity(
        URI.create(id),
        type,
        List.of(Label.of(Label.Kind.PREFERRED, "", label)),
        period,
        Optional.empty(),
        List.of("note"),
        List.of(),
        List.of(),
        List.of("source"));
  }

  private static final List<Entry> ALL =
      List.of(
          FULL,
          plain("wikidata:Q5", "place", "伊犁", new Span("1762", "")),
          plain("local:C1", "polity", "俄羅斯", new Span("-0221", "1917-11-07")),
          plain("local:E1", "people", "索倫", Span.UNKNOWN),
          plain("local:O1", "office", "將軍", new Span("", "1911")),
          plain("local:G1", "organization", "總理衙門", new Span("1861", "1901")),
          plain("local:W1", "work", "尼布楚條約", new Span("1689", "1689")),
          plain("local:R1", "era", "康熙", new Span("1662-02-18", "1723-02-04")),
          new Redirect(URI.create("local:P9"), SABSU));

  private static Intake read(AuthorityFormat format, String... files) throws IOException {
    List<InputStream> streams =
        Stream.of(files)
            .map(
                file ->
                    (InputStream) new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
            .toList();
    return format.read(streams, MOST);
  }

  private static Entity only(Intake intake) {
    assertThat(intake.faults()).isEmpty();
    assertThat(intake.entries()).hasSize(1);
    return (Entity) intake.entries().get(0);
  }

  private static List<String> labels(Entity entity) {
    return entity.labels().stream()
        .map(label -> "%s %s %s".formatted(label.kind(), label.script(), label.text()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONL", "TSV", "TEI"})
  void readsBackWhatItWrote(AuthorityFormat format) throws IOException {
    Intake back = read(format, format.text(ALL, "Names & <dates>"));

    assertThat(back.faults()).isEmpty();
    assertThat(back.entries()).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONL", "TSV", "TEI"})
  void readsBackTheEntriesThatShip(AuthorityFormat format) throws IOException {
    List<Entry> shipped = ShippedEntities.read();
    Intake back = read(format, format.text(shipped, "Shipped"));

    assertThat(back.faults()).isEmpty();
    assertThat(back.entries()).containsExactlyInAnyOrderElementsOf(shipped);
  }

  @Test
  void writesTeiThatItsSchemaAccepts() {
    assertThat(TeiSchema.faults(AuthorityFormat.TEI.text(ALL, "Names"))).isEmpty();
    assertThat(TeiSchema.faults(AuthorityFormat.TEI.text(ShippedEntities.read(), "Shipped")))
        .isEmpty();
  }

  @Test
  void saysInSkosWhatSkosHasWordsFor() throws IOException {
    Intake back = read(AuthorityFormat.SKOS, AuthorityFormat.SKOS.text(ALL, ""));

    assertThat(back.faults()).isEmpty();
    Entity entity = (Entity) back.entries().get(0);
    assertThat(labels(entity)).isEqualTo(labels(FULL));
    assertThat(entity.external()).isEqualTo(FULL.external());
    assertThat(entity.period()).isEqualTo(FULL.period());
    assertThat(entity.point()).isEqualTo(FULL.point());
    assertThat(entity.relations())
        .extracting(Relation::target)
        .containsExactlyInAnyOrder(OFFICE, URI.create("local:X9"));
    assertThat(back.entries()).contains(ALL.get(8));
    assertThat(read(AuthorityFormat.SKOS, AuthorityFormat.SKOS.text(ShippedEntities.read(), "")))
        .satisfies(shipped -> assertThat(shipped.faults()).isEmpty())
        .extracting(shipped -> shipped.entries().size())
        .isEqualTo(ShippedEntities.read().size());
  }

  @Test
  void readsSkosOfOthers() throws IOException {
    Entity entity =
        only(
            read(
                AuthorityFormat.SKOS,
                """
                {"@id": "http://vocab.example/1",
                 "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "北京", "@language": "zh"},
                 "skos:altLabel": ["順天府", {"@value": "Peking", "@language": "en"}],
                 "skos:exactMatch": {"@id": "http://www.wikidata.org/entity/Q956"}}
                """));

    assertThat(labels(entity))
        .containsExactly("PREFERRED  北京", "VARIANT  順天府", "TRANSLITERATION Latn Peking");
    assertThat(entity.external().get(0).scheme()).isEqualTo("wikidata");
    assertThat(entity.external().get(0).id()).isEqualTo("Q956");
  }

  @Test
  void readsFilesWithOneLabelInEachScript() throws IOException {
    Entity entity =
        only(
            read(
                AuthorityFormat.JSONL,
                """
                {"id":"local:P3","type":"person","label":"費岳多羅","label_hans":"费岳多罗",\
                "variants":["费岳多罗","費"],"latin":"Golovin","dates":"d. 1703","external":[],\
                "source":"seeds; editor","note":"first names"}
                """));

    assertThat(labels(entity))
        .containsExactly(
            "PREFERRED Hant 費岳多羅",
            "PREFERRED Hans 费岳多罗",
            "ABBREVIATION  費",
            "TRANSLITERATION Latn Golovin");
    assertThat(entity.period()).isEqualTo(new Span("", "1703"));
    assertThat(entity.sources()).containsExactly("seeds", "editor");
  }

  @Test
  void readsTablesOfCbdb() throws IOException {
    Intake intake =
        read(
            AuthorityFormat.CBDB,
            """
            c_personid,c_name,c_name_chn,c_birthyear,c_deathyear,c_notes
            1,"Li, Hongzhang",李鴻章,1823,1901,"a note,
            in two lines"
            2,Nobody,,0,0,
            """,
            """
            c_personid,c_alt_name,c_alt_name_chn,c_alt_name_type_code
            1,Shaoquan,少荃,4
            3,x,某,4
            """,
            "c_addr_id,c_name,c_name_chn,c_firstyear,c_lastyear,x_coord,y_coord\n5,Ili,伊犁,0,0,81.3,43.9\n");

    assertThat(intake.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "line 4: cbdb:2 has no name in Chinese characters",
            "line 3: person 3 is not known; read BIOG_MAIN first");
    assertThat(intake.entries()).hasSize(2);
    Entity person = (Entity) intake.entries().get(1);
    assertThat(labels(person))
        .containsExactly(
            "PREFERRED Hant 李鴻章", "VARIANT Hant 少荃", "TRANSLITERATION Latn Li, Hongzhang");
    assertThat(person.period()).isEqualTo(new Span("1823", "1901"));
    assertThat(person.notes()).containsExactly("a note, in two lines");
    assertThat(((Entity) intake.entries().get(0)).point()).contains(new Point(43.9, 81.3));
  }

  @Test
  void readsPersonsAndPlacesOfDila() throws IOException {
    Intake intake =
        read(
            AuthorityFormat.DILA,
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson>
            <person xml:id="A000004"><persName xml:lang="zho-Hant">畺良耶舍</persName>
            <persName type="alternative" xml:lang="zho-Hant">時稱</persName>
            <persName type="alternative" xml:lang="san-Latn">Kālayaśas</persName>
            <birth><date>+0383-01-01 ~ +0383-12-31</date></birth>
            <death notBefore="+0442-01-28" notAfter="+0443-02-15"/>
            <note type="dynasty">劉宋</note><idno type="CBDB">9</idno></person></listPerson>
            <listPlace><place xml:id="PL000000047987"><placeName xml:lang="zho-Hant">于闐</placeName>
            <location><place key="PLD003112">和田縣</place><geo cert="high">79.828 36.9881</geo></location>
            </place></listPlace></body></text></TEI>
            """);

    assertThat(intake.faults()).isEmpty();
    Entity person = (Entity) intake.entries().get(0);
    assertThat(person.id()).isEqualTo(URI.create("dila:A000004"));
    assertThat(labels(person))
        .containsExactly(
            "PREFERRED Hant 畺良耶舍", "VARIANT Hant 時稱", "TRANSLITERATION Latn Kālayaśas");
    assertThat(person.period()).isEqualTo(new Span("0383-01-01", "0443-02-15"));
    assertThat(person.external())
        .extracting(External::scheme)
        .containsExactly("CBDB", "dila-person");
    Entity place = (Entity) intake.entries().get(1);
    assertThat(place.point()).contains(new Point(36.9881, 79.828));
    assertThat(labels(place)).containsExactly("PREFERRED Hant 于闐");
  }

  @Test
  void readsTheListingOfTgaz() throws IOException {
    Entity place =
        only(
            read(
                AuthorityFormat.CHGIS,
                "SEQ,TGAZ_ID,TGAZ_URI,DATA_SRC,NAME_SIM,NAME_ENG,BEG,END,OBJ_TYPE,X,Y,TYPE_SIM,TYPE_ENG,"
                    + "PARTOF_ID,PARTOF_SIM,PARTOF_ENG\n"
                    + "1,hvd_32180,http://x,CHGIS,勐腊,Mengla,-222,1911,POINT,101.56,21.48,县,xian,hvd_9,云南,Yunnan\n"));

    assertThat(place.id()).isEqualTo(URI.create("tgaz:hvd_32180"));
    assertThat(place.period()).isEqualTo(new Span("-0222", "1911"));
    assertThat(place.point()).contains(new Point(21.48, 101.56));
    assertThat(place.relations())
        .containsExactly(new Relation("part-of", URI.create("tgaz:hvd_9"), Span.UNKNOWN));
  }

  @Test
  void readsExtractsOfGeoNames() throws IOException {
    String feature =
        String.join(
            "\t",
            List.of(
                "1529195",
                "Ghulja",
                "Ghulja",
                "伊宁,Kuldja,Кульджа",
                "43.9",
                "81.35",
                "P",
                "PPLA2",
                "CN",
                "",
                "13",
                "",
                "",
                "",
                "300000",
                "",
                "650",
                "Asia/Urumqi",
                "2020-01-01"));
    Entity place =
        only(
            read(
                AuthorityFormat.GEONAMES,
                feature + "\n",
                "1\t1529195\tzh-Hant\t伊寧\t1\t\t\t\t\t\n2\t1529195\tlink\thttps://x\t\t\t\t\t\t\n3\t7\tzh\t別處\t\t\t\t\t\t\n"));

    assertThat(labels(place))
        .containsExactly("PREFERRED Latn Ghulja", "PREFERRED Hant 伊寧", "VARIANT  伊宁");
    assertThat(place.point()).contains(new Point(43.9, 81.35));
  }

  @Test
  void readsADumpOfWikidata() throws IOException {
    String item =
        """
        {"type":"item","id":"Q1","labels":{"zh-hant":{"language":"zh-hant","value":"李鴻章"},\
        "zh":{"language":"zh","value":"李鸿章"},"en":{"language":"en","value":"Li Hongzhang"}},\
        "descriptions":[],"aliases":{"zh-tw":[{"language":"zh-tw","value":"合肥"}]},"claims":{\
        "P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],\
        "P569":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"time":"+1823-02-15T00:00:00Z","precision":11}}}}],\
        "P570":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"time":"+1901-11-07T00:00:00Z","precision":9}}}}],\
        "P497":[{"rank":"normal","mainsnak":{"datavalue":{"value":"77"}}}]}}""";
    Intake intake =
        read(
            AuthorityFormat.WIKIDATA,
            "[\n"
                + item
                + ",\n{\"type\":\"item\",\"id\":\"Q2\",\"labels\":{},\"claims\":{}}\n{\"id\":\n]\n");

    assertThat(intake.faults()).extracting(Fault::line).containsExactly(3, 4);
    assertThat(intake.faults().get(0).message())
        .isEqualTo("Q2 is none of the types that are taken, and has no coordinates");
    Entity person = (Entity) intake.entries().get(0);
    assertThat(labels(person))
        .containsExactly(
            "PREFERRED Hant 李鴻章",
            "VARIANT  李鸿章",
            "VARIANT Hant 合肥",
            "TRANSLITERATION Latn Li Hongzhang");
    assertThat(person.period()).isEqualTo(new Span("1823-02-15", "1901"));
    assertThat(person.external()).extracting(External::id).containsExactly("Q1", "77");
  }

  @Test
  void saysWhatIsWrongAndWhereAndReadsOn() throws IOException {
    Intake intake =
        read(
            AuthorityFormat.TSV,
            "# comment\nlocal:P1\tperson\t甲\nlocal:P2\tghost\t乙\n\nlocal:P1\tperson\t丙\nno\n");

    assertThat(intake.entries()).hasSize(1);
    assertThat(intake.faults()).extracting(Fault::line).containsExactly(3, 5, 6);
    assertThatThrownBy(
            () ->
                AuthorityFormat.TSV.read(
                    List.of(new ByteArrayInputStream(new byte[] {65, (byte) 0xFF})), MOST))
        .hasMessage("behind line 0: the file is not UTF-8; convert it first");
    assertThatThrownBy(() -> read(AuthorityFormat.TEI, "<TEI>\n<x>"))
        .hasMessageStartingWith("line 2: the file is not well-formed XML");
    assertThatThrownBy(
            () ->
                AuthorityFormat.TSV.read(
                    List.of(
                        new ByteArrayInputStream(
                            "local:P1\tperson\t甲\nlocal:P2\tperson\t乙"
                                .getBytes(StandardCharsets.UTF_8))),
                    1))
        .hasMessage("line 2: there are more than 1 entries (limit authority-entries)");
  }
}
