package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.junit.jupiter.api.Test;

class ProposalLinesTest {

  private static String line(Body body) throws Exception {
    GivenText text = GivenText.read("同治元年八月，奕山奏".getBytes(StandardCharsets.UTF_8));
    Candidate candidate = new Candidate(new Annotate(body), 0.9, "label");
    return new ProposalLines(text)
        .line("p", new Proposal("name", new TextRange(4, 6), List.of(candidate), "why", List.of()));
  }

  @Test
  void tellsTheDaysOfADateOrWhyItHasNone() throws Exception {
    assertThat(line(new Body.Date("同治元年八月", "1862-08-25", "1862-09-23", true, "")))
        .contains(
            """
            "type":"date","norm":"同治元年八月","iso_start":"1862-08-25","iso_end":"1862-09-23",\
            "jd_start":2401378,"jd_end":2401407,"reference":true,"confidence":0.9""");
    assertThat(line(Body.Date.of("开元元年十二月初一日", 1_981_836, 1_981_836, false)))
        .contains("\"julian_start\":\"0713-12-21\"");
    assertThat(line(Body.Date.faulty("八月", "nothing before it tells its year")))
        .contains(
            "\"norm\":\"八月\",\"reference\":false,\"error\":\"nothing before it tells its year\"")
        .doesNotContain("iso_start");
  }

  @Test
  void tellsTheEntityOfANameAndThatThereIsNone() throws Exception {
    assertThat(line(new Body.Identification(URI.create("local:P1"), "奕山", "person")))
        .contains("\"type\":\"person\",\"entity\":\"local:P1\",\"norm\":\"奕山\"");
    assertThat(line(new Body.Tag("person")))
        .contains("\"type\":\"person\",\"entity\":null,\"norm\":\"八月\"");
    assertThat(line(new Body.Note("a remark"))).doesNotContain("entity").doesNotContain("norm");
  }
}
