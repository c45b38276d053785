import { describe, expect, it } from "vitest";
import { inWords } from "../src/history/wording";
import type { HistoryEntry } from "../src/http/api";
import type { Format } from "../src/http/formats";
import { accepted, keyOf, labelOf, PLAIN, stem, suitable } from "../src/pages/importing";
import { covers, said } from "../src/pages/consenting";

function format(plugin: string, name: string, extension: string): Format {
  return { plugin, by: `<i>${plugin}</i>`, destination: "", name, label: `${name}\u202e`, extension, mediaType: "text/html" };
}

const CONLL = format("names", "conll", "conll");
const OTHER = format("names-2", "conll", "conll");
const ALL = [PLAIN, CONLL, OTHER, format("rogue", "any", "txt")];

const MARKED = { is: "add-annotation", id: "a", start: 0, end: 1, orphaned: false, body: { is: "tag", name: "person" } };

describe("the format of a file to import", () => {
  it("is what its extension says at first, plain text else", () => {
    expect(suitable(ALL, "卷一.CONLL")).toBe(CONLL);
    expect(suitable(ALL, "a.txt")).toBe(PLAIN);
    expect(suitable(ALL, "a.conll.bak")).toBe(PLAIN);
    expect(suitable(ALL, "conll")).toBe(PLAIN);
    expect(suitable([], "a.conll")).toBe(PLAIN);
  });

  it("is told apart from the same of another instance", () => {
    expect(new Set(ALL.map(keyOf)).size).toBe(ALL.length);
    expect(labelOf(CONLL)).toBe("conll\u202e (<i>names</i>)");
    expect(labelOf(PLAIN)).toBe("Plain text (UTF-8)");
  });

  it("is looked for among all that can be read", () => {
    expect(accepted(ALL)).toBe("text/plain,.txt,.conll");
    expect(stem("卷一.上.conll")).toBe("卷一.上");
  });

  it("is told in the history with the plugin that read it", () => {
    const entry = { revision: 1, effects: [{ is: "import", title: "卷一", reader: { plugin: "names", version: "0.1.0" } }, MARKED] };
    expect(inWords([entry as unknown as HistoryEntry], {})).toEqual(["imported “卷一”, read by names 0.1.0"]);
  });
});

describe("consent to a plugin elsewhere", () => {
  const line = { plugin: "names", name: "<i>Names</i>", destination: "b.example" };
  const given = { account: "a", name: "<b>Ren</b>", at: "2026-11-22T05:00:00Z" };

  it("holds for the machine that it was given for, and for no other", () => {
    expect(covers(line)).toBe(false);
    expect(covers({ ...line, consent: { ...given, destination: "b.example" } })).toBe(true);
    expect(covers({ ...line, consent: { ...given, destination: "a.example" } })).toBe(false);
  });

  it("is told with who gave it, and that it does not count any more", () => {
    expect(said(line)).toBe("No texts go to <i>Names</i> (names) on b.example.");
    expect(said({ ...line, consent: { ...given, destination: "b.example" } })).toContain("b.example: <b>Ren</b> consented on");
    expect(said({ ...line, consent: { ...given, destination: "a.example" } })).toBe(
      "No texts go to <i>Names</i> (names): it is on b.example now, and the consent was for a.example.",
    );
  });
});
