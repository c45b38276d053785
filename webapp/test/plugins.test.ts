import { afterEach, describe, expect, it } from "vitest";
import { declare, declaredKinds, subscribe } from "../src/annotate/declared";
import { allKinds, kindClass, kindName } from "../src/annotate/kinds";
import { parse, to } from "../src/app/route";
import type { Installed, KindOfPlugin, Setting } from "../src/http/plugins";
import { chosen, draftOf, freshName, read, settingOf, versionsOf } from "../src/plugins/form";
import { stateOf } from "../src/plugins/states";
import { words } from "../src/strings";

function setting(name: string, part: Partial<Setting>): Setting {
  return { name, type: "string", standard: "", oneOf: [], label: name, help: "", ...part };
}

const MODE = setting("mode", { standard: "annotate", oneOf: ["annotate", "replace"] });
const SURE = setting("min-confidence", { type: "number", standard: 0.6 });
const BOLD = setting("bold", { type: "boolean", standard: false });
const ALL = [MODE, SURE, BOLD];

function plugin(id: string, version: string, part: Partial<Installed> = {}): Installed {
  const none = { categories: [], settings: [], sources: [], annotations: [], commands: [], imports: [], exports: [] };
  return { id, name: id, version, bundled: true, ...none, ...part };
}

describe("the form of an instance", () => {
  it("shows what is set, and the default of everything else", () => {
    expect(draftOf(ALL, { mode: "replace" })).toEqual({ mode: "replace", "min-confidence": "0.6", bold: false });
  });

  it("shows the default where a value of another type is left from another version", () => {
    expect(draftOf(ALL, { mode: 3, bold: "yes" })).toEqual(draftOf(ALL, {}));
  });

  it("writes nothing when nothing was touched", () => {
    expect(read(ALL, draftOf(ALL, {}))).toEqual({ values: {}, faults: {} });
  });

  it("keeps what was set before, and leaves to its default what was put back to it", () => {
    const draft = draftOf(ALL, { mode: "replace", bold: true });
    expect(read(ALL, draft).values).toEqual({ mode: "replace", bold: true });
    expect(read(ALL, { ...draft, mode: "annotate" }).values).toEqual({ bold: true });
  });

  it("reads numbers as they are written, and says what is none", () => {
    const of = (field: string) => read(ALL, { ...draftOf(ALL, {}), "min-confidence": field });
    expect(of(" 0.75 ").values).toEqual({ "min-confidence": 0.75 });
    expect(of("0.60").values).toEqual({});
    expect(of("0").values).toEqual({ "min-confidence": 0 });
    for (const wrong of ["", " ", "much", "1,5", "Infinity", "NaN"]) {
      expect(of(wrong)).toEqual({ values: {}, faults: { "min-confidence": words.plugins.noNumber } });
    }
  });

  it("keeps words as they were written", () => {
    const types = setting("types", {});
    expect(read([types], { types: " person " }).values).toEqual({ types: " person " });
  });

  it("knows which setting the server refused", () => {
    expect(settingOf('setting mode is "x", which is not one of [annotate, replace]', ALL)).toBe("mode");
    expect(settingOf('it has no setting "min-confidence"; it has []', ALL)).toBe("min-confidence");
    expect(settingOf("setting other is 3", ALL)).toBeUndefined();
    expect(settingOf("somebody else has changed variants meanwhile", ALL)).toBeUndefined();
  });
});

describe("the versions of a plugin", () => {
  const installed = [plugin("names", "1.0.0"), plugin("variants", "1.1.0"), plugin("variants", "1.0.0")];

  it("are told with the newest first", () => {
    expect(versionsOf(installed, "variants").map(({ version }) => version)).toEqual(["1.1.0", "1.0.0"]);
  });

  it("are the newest when none is named", () => {
    expect(chosen(installed, "variants")?.version).toBe("1.1.0");
    expect(chosen(installed, "variants", "1.0.0")?.version).toBe("1.0.0");
    expect(chosen(installed, "variants", "0.9.0")).toBeUndefined();
    expect(chosen(installed, "ghost")).toBeUndefined();
  });

  it("run side by side under names that are free", () => {
    expect(freshName("variants", ["variants"])).toBe("variants-2");
    expect(freshName("variants", ["variants", "variants-2"])).toBe("variants-3");
  });
});

describe("kinds of annotations that plugins bring", () => {
  const kind = (kind: string, label: string): KindOfPlugin => ({ kind, label, hue: "teal" });
  const bringing = (id: string, ...annotations: KindOfPlugin[]) => plugin(id, "1.0.0", { annotations });

  afterEach(() => declare([]));

  it("have the label and the hue that the first of them says", () => {
    declare([bringing("a", kind("measure", "Measure")), bringing("b", kind("measure", "Weight"))]);
    expect(kindName("measure")).toBe("Measure");
    expect(kindClass("measure")).toBe("kind-measure hue-teal");
    expect(allKinds(declaredKinds()).at(-1)).toBe("measure");
  });

  it("take the place of none of the house", () => {
    declare([bringing("a", kind("person", "Customer"))]);
    expect(kindName("person")).toBe("Person");
    expect(kindClass("person")).toBe("kind-person");
  });

  it("are drawn as unknown ones when the plugin is gone", () => {
    declare([bringing("a", kind("measure", "Measure"))]);
    declare([]);
    expect(kindName("measure")).toBe("measure");
    expect(kindClass("measure")).toBe("kind-measure");
  });

  it("are told when they change, and only then", () => {
    let told = 0;
    const forget = subscribe(() => told++);
    declare([bringing("a", kind("measure", "Measure"))]);
    declare([bringing("a", kind("measure", "Measure"))]);
    declare([bringing("a", kind("measure", "Weight"))]);
    forget();
    expect(told).toBe(2);
  });
});

describe("the page of the plugins", () => {
  it("is at its address, open at an instance or not", () => {
    expect(parse(to.plugins, "")).toEqual({ page: "plugins", open: "" });
    expect(parse(to.plugin("variants-2"), "")).toEqual({ page: "plugins", open: "variants-2" });
    expect(parse("/plugins/a/b", "")).toEqual({ page: "nowhere" });
  });

  it("shows each state by a sign too", () => {
    const states = ["started", "suspended", "stopped", "refused", "failed"].map(stateOf);
    expect(states.map(({ sign }) => sign).join("")).toBe("●◐○✕✕");
    expect(stateOf("unheard-of").word).toBe("unheard-of");
  });
});
