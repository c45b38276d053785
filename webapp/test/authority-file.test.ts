import { describe, expect, it } from "vitest";
import { blank, parted, tidied, union } from "../src/authority/drafting";
import { differences, headline, spanned } from "../src/authority/telling";
import type { Entity, Label, LabelKind } from "../src/http/authority";
import { parse } from "../src/app/route";

const UNKNOWN = { from: "", to: "" };
const label = (text: string, kind: LabelKind = "preferred", script = ""): Label => ({ text, kind, script, period: UNKNOWN });
const person = (id: string, ...labels: Label[]): Entity => ({ ...blank(), id, seen: "s", labels });

describe("merging", () => {
  it("takes over what the other has and keeps one preferred label in each script", () => {
    const kept = { ...person("local:1", label("李鴻章", "preferred", "Hant")), notes: ["a"], relations: [] };
    const given: Entity = {
      ...person("local:2", label("少荃", "preferred", "Hant"), label("李鴻章", "variant", "Hant"), label("Li", "transliteration", "Latn")),
      period: { from: "1823", to: "1901" },
      notes: ["a", "b"],
      relations: [{ kind: "related-to", target: "local:1", period: UNKNOWN }],
    };
    const both = union(kept, given);
    expect(both.labels).toEqual([
      label("李鴻章", "preferred", "Hant"),
      label("少荃", "variant", "Hant"),
      label("Li", "transliteration", "Latn"),
    ]);
    expect(both.id).toBe("local:1");
    expect(both.period).toEqual({ from: "1823", to: "1901" });
    expect(both.notes).toEqual(["a", "b"]);
    expect(both.relations).toEqual([]);
  });
});

describe("splitting", () => {
  it("gives the new one a preferred label and leaves the rest", () => {
    const [rest, other] = parted(person("local:1", label("斐里德"), label("佛哩德", "variant"), label("F", "variant")), [false, true, true]);
    expect(rest.id).toBe("local:1");
    expect(rest.labels).toEqual([label("斐里德")]);
    expect(other.id).toBeUndefined();
    expect(other.labels).toEqual([label("佛哩德", "preferred"), label("F", "variant")]);
  });
});

describe("what is told of a change", () => {
  it("names what came and what went", () => {
    const was = { ...person("local:1", label("甲")), period: { from: "", to: "1703" } };
    const becomes = { ...was, labels: [label("甲"), label("乙", "variant")], period: { from: "", to: "1701" } };
    expect(differences(was, becomes)).toEqual([
      { about: "Labels", said: "乙 (variant)", came: true },
      { about: "Time", said: "–1703", came: false },
      { about: "Time", said: "–1701", came: true },
    ]);
    expect(headline({ id: "local:1", was: { entity: was }, becomes: { target: "local:2" } })).toEqual({
      label: "甲",
      what: "became a redirect to local:2",
    });
    expect(spanned({ from: "1689", to: "1689" })).toBe("1689");
  });
});

describe("a form", () => {
  it("sends no rows that stayed empty", () => {
    const form: Entity = {
      ...blank(),
      external: [
        { scheme: "", id: "", link: "", match: "exact" },
        { scheme: "wikidata", id: "Q1", link: "", match: "exact" },
      ],
      relations: [{ kind: "part-of", target: "", period: UNKNOWN }],
    };
    expect(tidied(form)).toMatchObject({ labels: [], relations: [], external: [{ scheme: "wikidata", link: undefined }] });
  });
});

describe("the address", () => {
  it("names the file, the part and the entity", () => {
    expect(parse("/projects/p/authority", "?id=local%3AP1")).toEqual({ page: "authority", project: "p", asked: "?id=local%3AP1" });
    expect(parse("/authority", "")).toEqual({ page: "authority", project: "", asked: "" });
  });
});
