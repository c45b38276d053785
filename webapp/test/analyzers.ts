import type { Action, Suggestion } from "../src/session/values";
import type { Analyzer } from "./authority";

type Offer = Omit<Suggestion, "id">;

function offer(plugin: string, category: string, start: number, surface: string, explanation: string, ...candidates: [Action, number, string][]): Offer {
  return {
    start,
    end: start + surface.length,
    orphaned: false,
    maker: { plugin, version: "0.1.0" },
    category,
    surface,
    candidates: candidates.map(([action, confidence, label]) => ({ action, confidence, label })),
    explanation,
    evidence: plugin === "names" ? ["https://example.org/authority"] : [],
    fingerprint: "",
  };
}

const within = (start: number, end: number) => (one: Offer) => one.start >= start && one.end <= end;

/** Marks before words that often open a clause: enough to fill a review list. */
const punctuation: Analyzer = (text, start, end) => {
  const offers: Offer[] = [];
  for (const match of text.matchAll(/(?<=[^\n　])(俱|如有|若|均|至|及|嗣後|嗣后|此后|議定|由|并)(?=[^\n])/g)) {
    const confidence = 0.45 + ((match.index * 37) % 55) / 100;
    const add = (text: string): Action => ({ is: "replace", text });
    offers.push(
      offer("punctuation", "mark", match.index, "", `a clause often begins with ${match[0]}`, [add("，"), confidence, "，"], [add("。"), (1 - confidence) * 0.7, "。"], [add("、"), (1 - confidence) * 0.2, "、"]),
    );
  }
  for (const match of text.matchAll(/(?<=[^\n　\s])$/gm)) {
    offers.push(offer("punctuation", "mark", match.index, "", "the paragraph ends here", [{ is: "replace", text: "。" }, 0.98, "。"]));
  }
  return offers.filter(within(start, end)).sort((a, b) => a.start - b.start);
};

const variants: Analyzer = (text, start, end) =>
  [...text.matchAll(/[椗祇羣裏衞]/g)]
    .map((match) => offer("variants", "variant", match.index, match[0], `${match[0]} is a variant character`, [{ is: "annotate", body: { is: "regularization", form: "碇", relation: "variant" } }, 0.9, "碇"]))
    .filter(within(start, end));

const names: Analyzer = (text, start, end) =>
  [...text.matchAll(/俄国|京师|理藩院|恰克图|上海|台湾|大清/g)]
    .map((match) => offer("names", "name", match.index, match[0], "found in the authority file", [{ is: "annotate", body: { is: "identification", entity: `local:${match[0]}`, label: match[0], type: "place" } }, 0.8, match[0]], [{ is: "annotate", body: { is: "tag", name: "polity" } }, 0.3, "polity"]))
    .filter(within(start, end));

export const analyzers: Record<string, Analyzer> = { punctuation, variants, names };
