// Learns from texts which traditional form a simplified character stands for, by what stands beside
// it: 后 is 後 behind 然, 后 behind 皇.
//
//   node plugins/variants/derive-contexts.mjs [FOLDER] && node plugins/variants/derive-data.mjs
//
// FOLDER holds punctuation/train-*.tsv.xz, authority/authority.tsv, calendar/eras.tsv and
// variants/variants.tsv (default: ../shared/data, seen from the root of the repository); needs xz.
// Writes data/contexts.tsv and data/names.tsv. The same input gives the same bytes.
//
// The texts are simplified, so no text says which form is meant. Characters of the same meaning that
// have one form only do ("monosemous relatives": Leacock, Chodorow and Miller 1998): what stands
// beside 前 and 先 is what stands beside 後, and what stands beside 妃 and 主 stands beside 后. From
// these a naive Bayes model starts; what it then finds in the occurrences of the character itself
// makes it better (expectation maximisation).

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(plugin, "../../../shared/data"));

// Character, then each form with characters of the same meaning. Written by hand.
const SENSES = {
  里: { 裏: "中内", 里: "步丈邑乡" },
  后: { 後: "前先时", 后: "妃主帝" },
  余: { 餘: "残多", 余: "吾予" },
  复: { 復: "又再", 複: "双叠" },
  云: { 雲: "雾霞", 云: "曰谓" },
  发: { 發: "出遣", 髮: "鬓眉" },
  斗: { 鬥: "战争", 斗: "升斛" },
  历: { 歷: "经遍", 曆: "律朔" },
  几: { 幾: "数若", 几: "案榻" },
};
const ROUNDS = 8;
const SIDES = [-2, -1, 1, 2];
const LEAST = 12; // times that a neighbour has to be seen
const NEIGHBOURS = 400; // kept for a character, the most telling

const marks = /[，。、；：？！「」『』《》]/gu;
const passages = ["train-1", "train-judou"].flatMap((name) =>
  execFileSync("xz", ["-dc", join(source, "punctuation", `${name}.tsv.xz`)], { maxBuffer: 2 ** 30 })
    .toString("utf8").split("\n").filter((line) => line !== "")
    .map((line) => [...line.split("\t")[6].replace(marks, "")]));
const occurrences = indexed();
const rows = [];
for (const [char, senses] of Object.entries(SENSES)) rows.push(...learned(char, senses));
write("contexts.tsv", ["char", "form", "side", "neighbours and their weights in hundredths"], rows,
  "punctuation/train-1 and train-judou (public domain texts). Licence: CC0-1.0");
write("names.tsv", ["simplified", "traditional", "from"], names(),
  "authority/authority.tsv (CC0-1.0) and calendar/eras.tsv (facts)");

function indexed() {
  const wanted = new Set(Object.entries(SENSES)
    .flatMap(([char, senses]) => [char, ...Object.values(senses).flatMap((list) => [...list])]));
  const found = new Map([...wanted].map((char) => [char, []]));
  for (const text of passages) {
    text.forEach((char, at) => found.get(char)?.push(SIDES.map((side) => text[at + side] ?? "")));
  }
  return found;
}

/** Rows of one character: what each neighbour on each side says for each form. */
function learned(char, senses) {
  const forms = Object.keys(senses);
  let model = counted(forms, forms.flatMap((form, sense) =>
    [...senses[form]].flatMap((other) => occurrences.get(other).map((near) =>
      ({ near, parts: forms.map((_, each) => (each === sense ? 1 : 0)) })))));
  model.prior = forms.map(() => 1 / forms.length);
  const own = occurrences.get(char);
  for (let round = 0; round < ROUNDS; round++) {
    const seen = own.map((near) => ({ near, parts: posterior(model, near) }));
    model = counted(forms, seen);
  }
  console.log(char, own.length, forms.map((form, sense) =>
    `${form} ${model.prior[sense].toFixed(3)}`).join(" "));
  const all = forms.map((form, sense) => [char, form, 0, Math.round(100 * Math.log(model.prior[sense]))]);
  const telling = [...model.weights].map(([key, weights]) => ({ key, weights,
    worth: (Math.max(...weights) - Math.min(...weights)) * Math.sqrt(model.times.get(key)) }));
  telling.sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));
  const kept = telling.slice(0, NEIGHBOURS).sort((a, b) => (a.key < b.key ? -1 : 1));
  forms.forEach((form, sense) => SIDES.forEach((side, at) => {
    const cells = kept.filter(({ key }) => Number(key[0]) === at)
      .map(({ key, weights }) => key.slice(1) + Math.round(100 * weights[sense]));
    all.push([char, form, side, cells.join(" ")]);
  }));
  return all;
}

function counted(forms, seen) {
  const totals = forms.map(() => 1);
  const counts = new Map();
  for (const { near, parts } of seen) {
    parts.forEach((part, sense) => { totals[sense] += part; });
    near.forEach((neighbour, at) => {
      if (neighbour === "") return;
      const key = at + neighbour;
      const sums = counts.get(key) ?? forms.map(() => 0);
      parts.forEach((part, sense) => { sums[sense] += part; });
      counts.set(key, sums);
    });
  }
  const all = totals.reduce((a, b) => a + b);
  const weights = new Map();
  const times = new Map();
  for (const [key, sums] of counts) {
    const sum = sums.reduce((a, b) => a + b);
    if (sum < LEAST) continue;
    times.set(key, sum);
    // how much likelier beside this form than beside any; smoothed towards "says nothing"
    weights.set(key, sums.map((count, sense) =>
      Math.log((count + 4 * (sum / all)) / (totals[sense] + 4) / (sum / all))));
  }
  return { prior: totals.map((total) => total / all), weights, times };
}

function posterior(model, near) {
  const scores = model.prior.map((prior, sense) => Math.log(prior)
    + near.reduce((sum, neighbour, at) => sum + (model.weights.get(at + neighbour)?.[sense] ?? 0), 0));
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const total = raised.reduce((a, b) => a + b);
  return raised.map((each) => each / total);
}

/** Names in which a character has a form that nobody could tell from the character alone. */
function names() {
  const traditional = new Map();
  for (const [char, relation, other, sources] of table("variants/variants.tsv")) {
    if (relation !== "traditional" || !/tghb|opencc/.test(sources)) continue;
    traditional.set(char, [...(traditional.get(char) ?? []), other]);
  }
  const plain = new Map(table("punctuation/t2s-chars.tsv", 0));
  const simple = (text) => [...text].map((char) => plain.get(char) ?? char).join("");
  const pairs = new Map();
  const add = (hans, hant, from) => {
    const [a, b] = [[...hans], [...hant]];
    if (a.length !== b.length || a.length < 2 || !/^\p{Script=Han}+$/u.test(hant)) return;
    const doubtful = a.some((char, at) => {
      const forms = traditional.get(char) ?? [];
      return forms.length > 1 || (forms.length === 1 && b[at] === char);
    });
    if (doubtful && !pairs.has(hans)) pairs.set(hans, [hans, hant, from]);
  };
  for (const [id, , label, hans] of table("authority/authority.tsv")) add(hans, label, id);
  for (const [, eras, emperor, dynasty] of table("calendar/eras.tsv")) {
    for (const name of [...eras.split(/[;,|／/]/u), emperor, dynasty]) {
      if (/^\p{Script=Han}{2,}$/u.test(name)) add(simple(name), name, "era");
    }
  }
  return [...pairs.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function table(name, heads = 1) {
  return readFileSync(join(source, name), "utf8").split("\n").slice(heads)
    .filter((line) => line !== "").map((line) => line.split("\t"));
}

function write(name, columns, lines, origin) {
  const head = [`# Derived by derive-contexts.mjs from ${origin}.`, `# ${columns.join("\t")}`];
  writeFileSync(join(plugin, "data", name),
    [...head, ...lines.map((line) => line.join("\t"))].join("\n") + "\n");
  console.log(`data/${name}: ${lines.length} rows`);
}
