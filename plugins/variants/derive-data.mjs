// Derives the tables that this plugin ships from the variant data of many sources.
//
//   node plugins/variants/derive-data.mjs [FOLDER]
//
// FOLDER holds ids.tsv and gb-pua.tsv (default: ../shared/data/variants, seen from the root of the
// repository). Writes data/ids.tsv and data/private-use.tsv, and puts the checksums of all tables,
// the hand-written ones too, into plugin.json. The same input gives the same bytes. What is said of
// variants is in the module core/characters.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(plugin, "../../../shared/data/variants"));

writeTable("ids.tsv", ["description or its beginning", "characters"], idsRows(),
  "BabelStone IDS.TXT (free) and mojidata-ids (MIT-0), Unicode 17.0");
writeTable("private-use.tsv", ["code point", "char"],
  readRows("gb-pua.tsv").map(([pua, , , char]) => [pua, char]), "facts of GB 18030");
sealManifest();

/**
 * Ideographic descriptions of two to eight parts. A key of an operator and one part is followed by
 * pairs "second part, character"; any longer key is a whole description, followed by characters.
 */
function idsRows() {
  const chars = new Map();
  for (const [char, ids] of readRows("ids.tsv")) {
    const parts = [...ids].filter((part) => !isOperator(part));
    const compatibility = char !== char.normalize("NFC");
    if (parts.length < 2 || parts.length > 8 || /[{}〾？]/u.test(ids) || compatibility) continue;
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
