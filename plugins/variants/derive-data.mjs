// Derives the tables that this plugin ships from the variant data of many sources.
//
//   node plugins/variants/derive-data.mjs [FOLDER]
//
// FOLDER holds variants.tsv, non-cognates.tsv, ids.tsv and gb-pua.tsv (default:
// ../shared/data/variants, seen from the root of the repository). Writes data/variants.tsv,
// data/orthography.tsv, data/ids.tsv and data/private-use.tsv, and puts the checksums of all
// tables, the hand-written data/project-pairs.tsv too, into plugin.json. The rules are explained
// in README.md. The same input gives the same bytes.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(plugin, "../../../shared/data/variants"));

// How much one source adds to the belief that `form` is the regular form of `char`; the beliefs of
// sources that agree are combined as 1 − ∏(1 − w). "official" is the mainland lists of 1955
// (dypytz) and 2013 (tghb), one authority; a list that says "these two are the same word" without
// saying which is regular weighs less.
const WEIGHT = { official: 0.7, twedu: 0.4, hydzd: 0.3, unihan: 0.3, cjkvi: 0.2, opencc: 0.2 };
const OFFICIAL = ["tghb", "dypytz"];
const LEVELLING = ["semantic", "z-variant", "duplicate"];

const gb2312 = decoded("gbk", 0xb0, 0xf7, 0xa1, 0xfe);
const big5 = decoded("big5", 0xa4, 0xf9, 0x40, 0xfe);
const big5Common = decoded("big5", 0xa4, 0xc6, 0x40, 0xfe);

const edges = readRows("variants.tsv").map(([char, relation, other, sources]) => ({
  char, relation, other, sources: sources.split(","),
}));
const notCognate = new Set(readRows("non-cognates.tsv").flatMap(([a, b]) => [a + b, b + a]));

const simplified = new Map(); // character → simplified form → sources
const traditional = new Map(); // character → traditional form → sources
const regular = new Map(); // character → form that some source calls the regular one → sources
const level = new Map(); // character → form of the same meaning, both ways → sources
for (const { char, relation, other, sources } of edges) {
  if (relation === "simplified") {
    add(simplified, char, other, sources);
    add(level, char, other, sources.filter((name) => name === "opencc" || name === "cjkvi"));
  } else if (relation === "traditional") add(traditional, char, other, sources);
  else if (relation === "variant") {
    add(regular, other, char, sources.filter((name) => name !== "cjkvi"));
    if (sources.includes("cjkvi")) addBothWays(char, other, ["cjkvi"]);
  } else if (LEVELLING.includes(relation)) addBothWays(char, other, sources);
}

// Characters that betray the orthography of the text around them.
const onlyTraditional = select(simplified, (char, forms) =>
  !gb2312.has(char) && forms.some(([, sources]) => sources.has("tghb")));
const onlySimplified = select(traditional, (char, forms) =>
  gb2312.has(char) && !big5.has(char) && forms.some(wellKnown));

writeTable("orthography.tsv", ["orthography", "characters found in this orthography only"],
  [["simplified", [...onlySimplified].sort(byCodePoint).join("")],
    ["traditional", [...onlyTraditional].sort(byCodePoint).join("")]],
  "Unicode-3.0 AND Apache-2.0 AND MIT AND public domain (通用规范汉字表)");
writeTable("variants.tsv", ["char", "form", "relation", "orthography", "confidence", "sources", "via"],
  [...variantRows(), ...scriptRows()].sort(byColumns),
  "Unicode-3.0 (unihan), MIT (cjkvi, hydzd, twedu, dypytz), public domain (tghb), "
  + "Apache-2.0 (opencc)");
writeTable("ids.tsv", ["description or its beginning", "characters"], idsRows(),
  "BabelStone IDS.TXT (free) and mojidata-ids (MIT-0), Unicode 17.0");
writeTable("private-use.tsv", ["code point", "char"],
  readRows("gb-pua.tsv").map(([pua, , , char]) => [pua, char]), "facts of GB 18030");
sealManifest();

/** True variants (異體字): a rare character and the regular form that the sources agree on. */
function variantRows() {
  const rows = [];
  for (const char of new Set([...regular.keys(), ...level.keys()])) {
    const found = formsOf(char).map((form) => judged(char, form));
    // Where an official list speaks, only official forms count in a simplified text.
    if (found.some((each) => each.official && each.inSimplified)) {
      found.filter((each) => !each.official).forEach((each) => { each.inSimplified = false; });
    }
    for (const { form, inSimplified, inTraditional, sources, official } of found) {
      if (!inSimplified && !inTraditional) continue;
      const row = (as, orthography, confidence, ...via) => rows.push([char, as, "variant",
        orthography, confidence.toFixed(2), [...sources].sort().join(","), ...via]);
      const confidence = belief(sources, official);
      const [plain, ...others] = onlyTraditional.has(form) ? simplifiedForms(form) : [];
      if (!inSimplified || plain === undefined || others.length > 0) {
        const where = inSimplified ? "simplified" : "traditional";
        row(form, inSimplified && inTraditional ? "both" : where, confidence);
        continue;
      }
      // The sources name a traditional form; in a simplified text its simplified form is meant.
      if (inTraditional) row(form, "traditional", confidence);
      const named = found.some((other) => other.inSimplified && other.form === plain);
      if (!named) row(plain, "simplified", confidence * 0.95, form);
    }
  }
  return rows;
}

function judged(char, form) {
  const named = regular.get(char)?.get(form) ?? new Set();
  const levelled = level.get(char)?.get(form) ?? new Set();
  const official = isOfficial(char, form, named);
  const directed = official + named.has("twedu") + named.has("hydzd");
  return {
    form, official, sources: new Set([...named, ...levelled]),
    inSimplified: mayVaryInSimplified(char, form, official, directed),
    inTraditional: mayVaryInTraditional(char, form, directed),
  };
}

function simplifiedForms(form) {
  return [...simplified.get(form)].filter(([, sources]) => sources.has("tghb"))
    .map(([plain]) => plain);
}

/**
 * Simplified and traditional forms, for those who ask for one orthography throughout. On these,
 * OpenCC and the list of 2013 are authorities; what a character of its own may also be is in doubt.
 */
function scriptRows() {
  const rows = [];
  for (const [target, table, alsoOrdinary] of [
    ["simplified", simplified, gb2312],
    ["traditional", traditional, big5Common],
  ]) {
    for (const [char, forms] of table) {
      const known = [...forms].filter(wellKnown);
      for (const [form, sources] of known) {
        if (form === char || notCognate.has(char + form)) continue;
        const doubt = (alsoOrdinary.has(char) ? 2 : 1) * known.length;
        const confidence = belief(sources, true) / doubt;
        rows.push([char, form, target, target, confidence.toFixed(2),
          [...sources].sort().join(",")]);
      }
    }
  }
  return rows;
}

function formsOf(char) {
  return [...new Set([...(regular.get(char)?.keys() ?? []), ...(level.get(char)?.keys() ?? [])])]
    .filter((form) => form !== char && !notCognate.has(char + form)
      && (gb2312.has(form) || big5Common.has(form)));
}

/** The list of 2013 decides; that of 1955 only where the character did not come back into use. */
function isOfficial(char, form, named) {
  const reinstated = gb2312.has(char) && !simplified.get(char)?.get(form)?.has("opencc");
  return named.has("tghb") || (named.has("dypytz") && !reinstated);
}

function mayVaryInSimplified(char, form, official, directed) {
  const isScriptPair = simplified.get(char)?.get(form)?.has("tghb") ?? false;
  const rare = !gb2312.has(char) && !big5Common.has(char);
  return !onlyTraditional.has(char) && !isScriptPair && (official || (rare && directed >= 2));
}

function mayVaryInTraditional(char, form, directed) {
  const isSimplifiedForm = [...(traditional.get(char) ?? [])].some(wellKnown);
  return !big5Common.has(char) && !isSimplifiedForm && !onlySimplified.has(form) && directed >= 2;
}

/**
 * Ideographic descriptions of two and three parts. A key of an operator and one part is followed by
 * pairs "second part, character"; any longer key is a whole description, followed by characters.
 */
function idsRows() {
  const chars = new Map();
  for (const [char, ids] of readRows("ids.tsv")) {
    const parts = [...ids].filter((part) => !isOperator(part));
    const compatibility = char !== char.normalize("NFC");
    if (parts.length < 2 || parts.length > 3 || /[{}〾？]/u.test(ids) || compatibility) continue;
    if (!chars.has(ids)) chars.set(ids, new Set());
    chars.get(ids).add(char);
  }
  const rows = new Map();
  for (const ids of [...chars.keys()].sort(byBytes)) {
    for (const char of [...chars.get(ids)].sort(byCodePoint)) {
      const [operator, first, second, ...more] = [...ids];
      const [key, value] = more.length === 0 ? [operator + first, second + char] : [ids, char];
      rows.set(key, (rows.get(key) ?? "") + value);
    }
  }
  return [...rows].sort(byColumns);
}

function isOperator(char) {
  return /[\u2FF0-\u2FFF\u31EF]/u.test(char);
}

function wellKnown([, sources]) {
  return sources.has("tghb") || sources.has("opencc");
}

function belief(sources, official) {
  let doubt = official ? 1 - WEIGHT.official : 1;
  for (const name of sources) {
    if (!OFFICIAL.includes(name)) doubt *= 1 - WEIGHT[name];
  }
  return 1 - doubt;
}

function add(table, char, form, sources) {
  if (!table.has(char)) table.set(char, new Map());
  const forms = table.get(char);
  if (!forms.has(form)) forms.set(form, new Set());
  sources.forEach((name) => forms.get(form).add(name));
}

function addBothWays(char, other, sources) {
  add(level, char, other, sources);
  add(level, other, char, sources);
}

function select(table, test) {
  return new Set([...table].filter(([char, forms]) => test(char, [...forms])).map(([c]) => c));
}

/** All characters in the rows first–last and the cells low–high of a double-byte charset. */
function decoded(charset, first, last, low, high) {
  const decoder = new TextDecoder(charset, { fatal: true });
  const found = new Set();
  for (let row = first; row <= last; row++) {
    for (let cell = low; cell <= high; cell++) {
      if (charset === "big5" && last === 0xc6 && row === 0xc6 && cell > 0x7e) break;
      try {
        const char = decoder.decode(new Uint8Array([row, cell]));
        if (/^\p{Script=Han}$/u.test(char)) found.add(char);
      } catch {
        continue; // a cell that the charset leaves empty
      }
    }
  }
  return found;
}

function readRows(name) {
  return readFileSync(join(source, name), "utf8").split("\n").slice(1)
    .filter((line) => line !== "").map((line) => line.split("\t"));
}

function writeTable(name, columns, rows, licence) {
  const head = [`# Derived by derive-data.mjs; see README.md. Licence: ${licence}.`,
    `# ${columns.join("\t")}`];
  const lines = [...head, ...rows.map((row) => row.join("\t"))];
  writeFileSync(join(plugin, "data", name), lines.join("\n") + "\n");
  console.log(`data/${name}: ${rows.length} rows`);
}

function sealManifest() {
  const file = join(plugin, "plugin.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  for (const entry of manifest.sources) {
    entry.sha256 = createHash("sha256").update(readFileSync(join(plugin, entry.file)))
      .digest("hex");
  }
  writeFileSync(file, JSON.stringify(manifest, null, 2) + "\n");
}

function byCodePoint(a, b) {
  return a.codePointAt(0) - b.codePointAt(0);
}

function byBytes(a, b) {
  return Buffer.from(a).compare(Buffer.from(b));
}

function byColumns(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = byBytes(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}
