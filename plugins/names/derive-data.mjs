// Derives the table of private-use codes that this plugin ships, and puts the checksums of all tables,
// the hand-written ones too, into plugin.json. The same input gives the same bytes.
//
//   node plugins/names/derive-data.mjs [FOLDER]
//
// FOLDER holds variants/gb-pua.tsv (default: ../shared/data, seen from the root of the repository).

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(plugin, "../../../shared/data"));

writeTable("fold.tsv", ["private-use", "character"],
  read("variants/gb-pua.tsv").slice(1).map((line) => {
    const [code, , , char] = line.split("\t"); // names were typed with these codes of GBK
    return [String.fromCodePoint(Number.parseInt(code.slice(2), 16)), char];
  }).filter(([from, to]) => from.length === 1 && to.length === 1)
    .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0)),
  "facts");
sealManifest();

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
