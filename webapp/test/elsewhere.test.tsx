// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blank } from "../src/authority/drafting";
import { EntityForm } from "../src/authority/EntityForm";
import type { Entity } from "../src/http/authority";
import type { Candidates } from "../src/http/elsewhere";

const WIKIDATA = "https://wikidata.reconci.link/en/api";
const VIAF = "https://viaf.example/reconcile";
const BEIJING = {
  id: "Q956",
  name: "Beijing",
  description: "capital of China",
  types: ["city"],
  score: 99.5,
  match: true,
  link: "https://www.wikidata.org/wiki/Q956",
};

/** A question that the server was asked and has not answered. */
interface Waiting {
  service: string | null;
  query: string | null;
  answer(status: number, body: unknown): Promise<void>;
}

let services: string[];
let waiting: Waiting[];
let saved: Entity[];
let root: Root;

function serve(path: string): Promise<Response> {
  const url = new URL(path, "http://localhost");
  if (url.pathname === "/api/elsewhere") return Promise.resolve(Response.json({ services }));
  return new Promise((resolve) =>
    waiting.push({
      service: url.searchParams.get("service"),
      query: url.searchParams.get("q"),
      answer: (status, body) => act(async () => resolve(Response.json(body, { status }))),
    }),
  );
}

const told = (...candidates: Candidates["candidates"]): Candidates => ({
  service: WIKIDATA,
  name: "Wikidata (en)",
  scheme: "wikidata",
  candidates,
});

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", serve);
  services = [WIKIDATA];
  waiting = [];
  saved = [];
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function open() {
  root = createRoot(document.body.appendChild(document.createElement("div")));
  const variant = { text: "燕京", kind: "variant" as const, script: "", period: { from: "", to: "" } };
  const before = { ...blank(), labels: [variant, { ...variant, text: "北京", kind: "preferred" as const }] };
  const save = async (entity: Entity) => void saved.push(entity);
  await act(async () => root.render(<EntityForm title="Edit" before={before} ways={[{ words: "Save", save }]} />));
}

const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];
const named = (name: string) =>
  all<HTMLButtonElement>("button").find((one) => (one.getAttribute("aria-label") ?? one.textContent) === name);

async function click(name: string) {
  const button = named(name);
  if (button === undefined) throw new Error(`no button ${name}`);
  await act(async () => button.click());
}

function field(label: string): HTMLInputElement {
  const name = all("label").find(({ textContent }) => textContent === label);
  return document.getElementById(name?.getAttribute("for") ?? "") as HTMLInputElement;
}

async function type(label: string, text: string) {
  const input = field(label);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input, text);
  await act(async () => void input.dispatchEvent(new Event("input", { bubbles: true })));
}

/** Whether the key is left to the form around it. */
async function key(label: string, key: string, part: KeyboardEventInit = {}): Promise<boolean> {
  let left = true;
  await act(async () => {
    left = field(label).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...part }));
  });
  return left;
}

const shown = () => document.querySelector(".look-elsewhere")?.textContent ?? "";

test("nothing is offered where the server lists no service", async () => {
  services = [];
  await open();
  expect(named("Look elsewhere…")).toBeUndefined();
  expect(named("Add an identifier")).toBeDefined();
});

test("the preferred label is asked for with Enter, which does not save; Escape goes back", async () => {
  await open();
  await click("Look elsewhere…");
  expect(field("Name to ask for").value).toBe("北京");
  expect(document.activeElement).toBe(field("Name to ask for"));
  expect(all(".look-elsewhere select")).toEqual([]);
  await key("Name to ask for", "Enter", { isComposing: true });
  expect(waiting).toEqual([]);
  expect(await key("Name to ask for", "Enter")).toBe(false);
  expect(waiting).toMatchObject([{ service: WIKIDATA, query: "北京" }]);
  expect(saved).toEqual([]);
  await key("Name to ask for", "Escape");
  expect(document.activeElement).toBe(named("Look elsewhere…"));
  expect(named("Look elsewhere…")!.getAttribute("aria-expanded")).toBe("false");
});

test("a candidate is taken over as the same or near to it, and let go of", async () => {
  await open();
  await click("Look elsewhere…");
  await click("Ask");
  await waiting[0]!.answer(200, told(BEIJING, { ...BEIJING, id: "Q1", name: "Peking", match: false, score: 7 }));
  expect(shown()).toContain("2 candidates for 北京 from Wikidata (en)");
  const [first, second] = all(".candidates > li");
  expect(first!.textContent).toContain("Beijing Q956 certain match" + "capital of China · city · score 99.5");
  expect(first!.querySelector("a")!.getAttribute("href")).toBe(BEIJING.link);
  expect(second!.textContent).not.toContain("certain");

  await click("Take Beijing (Q956) as near to it");
  await click("Take Peking (Q1) as the same");
  await click("Take Peking (Q1) as the same");
  expect(named("Take Beijing (Q956) as near to it")!.getAttribute("aria-pressed")).toBe("true");
  await click("Save");
  await click("Take Beijing (Q956) as the same");
  await click("Save");
  const one = { scheme: "wikidata", id: "Q956", link: BEIJING.link };
  expect(saved.map(({ external }) => external)).toEqual([[{ ...one, match: "close" }], [{ ...one, match: "exact" }]]);
});

test("a later answer does not replace that of a newer question, and the form can be saved meanwhile", async () => {
  services = [WIKIDATA, VIAF];
  await open();
  await click("Look elsewhere…");
  expect(all<HTMLOptionElement>(".look-elsewhere option").map(({ text }) => text)).toEqual([
    "wikidata.reconci.link/en/api",
    "viaf.example/reconcile",
  ]);
  await click("Ask");
  await type("Name to ask for", "燕京");
  await click("Ask");
  expect(shown()).toContain("Asking wikidata.reconci.link/en/api…");
  await click("Save");
  expect(saved).toHaveLength(1);
  const [older, newer] = waiting;
  expect(newer!.query).toBe("燕京");
  await newer!.answer(200, told(BEIJING));
  await older!.answer(200, told({ ...BEIJING, name: "something else" }));
  expect(shown()).toContain("1 candidate for 燕京");
  expect(shown()).not.toContain("something else");
});

test("what went wrong is said in words, and nothing that was typed is lost", async () => {
  await open();
  await type("Reason (why; it stays in the history)", "as 000 has it");
  await click("Look elsewhere…");
  await click("Ask");
  await waiting[0]!.answer(503, { code: "unavailable", message: `${WIKIDATA} does not answer: status 500` });
  expect(document.querySelector(".look-elsewhere [role=alert]")!.textContent).toBe(`${WIKIDATA} does not answer: status 500`);
  expect(field("Reason (why; it stays in the history)").value).toBe("as 000 has it");
  expect(field("Name to ask for").value).toBe("北京");
  await click("Ask");
  expect(document.querySelector(".look-elsewhere [role=alert]")).toBeNull();
  await waiting[1]!.answer(200, told());
  expect(shown()).toContain("0 candidates for 北京");
});
