// Derives the tables that this plugin ships from the authority file.
//
//   node plugins/names/derive-data.mjs [FOLDER]
//
// FOLDER holds authority/authority.jsonl, punctuation/t2s-chars.tsv and variants/gb-pua.tsv
// (default: ../shared/data, seen from the root of the repository). Writes data/authority.tsv and data/fold.tsv, and puts the
// checksums of all tables, the hand-written data/contexts.tsv too, into plugin.json. The same
// input gives the same bytes.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(plugin, "../../../shared/data"));

const entries = read("authority/authority.jsonl").map((line) => JSON.parse(line))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const simplified = new Map(read("punctuation/t2s-chars.tsv").map((line) => line.split("\t")));
for (const line of read("variants/gb-pua.tsv").slice(1)) {
  const [code, , , char] = line.split("\t"); // names were typed with the private-use codes of GBK
  simplified.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), char);
}

writeTable("authority.tsv",
  ["id", "type", "label", "forms", "latin", "dates", "note", "identifiers", "links"],
  entries.map((entry) => [entry.id, entry.type, entry.label, formsOf(entry).join("|"),
    entry.latin ?? "", entry.dates ?? "", noteOf(entry),
    entry.external.filter(({ uri }) => uri === undefined).map(({ scheme, id }) => `${scheme}:${id}`)
      .join(" "),
    entry.external.flatMap(({ uri }) => uri ?? []).join(" ")]),
  "CC0-1.0; contains identifiers from GeoNames (CC BY 4.0) and the DILA Authority Databases "
  + "(CC BY-SA 3.0)");
writeTable("fold.tsv", ["traditional or private-use", "simplified"], foldRows(),
  "Apache-2.0, from OpenCC (TSCharacters); private-use codes of GBK: facts");
sealManifest();

/** The written forms of an entry; a lone ordinary character is no name that could be told apart. */
function formsOf(entry) {
  const ordinary = /^[\u4E00-\u9FFF]$/u;
  return [...new Set([entry.label, entry.label_hans, ...entry.variants])]
    .filter((form) => !form.includes("（") && !ordinary.test(form));
}

/** Pairs that make two spellings of a name meet; both of one UTF-16 unit, so offsets stay. */
function foldRows() {
  return [...simplified].filter(([from, to]) => from.length === 1 && to.length === 1)
    .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));
}

/** Notes for the reader; those about the numbered source texts or about code points are not. */
function noteOf({ note = "" }) {
  return /\b00\d\b|U\+/.test(note) ? "" : note;
}

function read(name) {
  return readFileSync(join(source, name), "utf8").split("\n").filter((line) => line !== "");
}

function writeTable(name, columns, rows, licence) {
  const lines = [`# Derived by derive-data.mjs; see README.md. Licence: ${licence}.`,
    `# ${columns.join("\t")}`, ...rows.map((row) => row.join("\t"))];
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
