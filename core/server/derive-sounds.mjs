// Derives the table of characters that are another with a mouth (口) beside it: 啰 of 罗, 𠲽 of 佛.
//
//   node core/server/derive-sounds.mjs [FOLDER]
//
// FOLDER holds ids.tsv (default: ../shared/data/variants, seen from the root of the repository). The
// same input gives the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const server = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(server, "../../../shared/data/variants"));

const pairs = new Map();
for (const line of readFileSync(join(source, "ids.tsv"), "utf8").split("\n").slice(1)) {
  const [char, ids = ""] = line.split("\t");
  const [operator, mouth, sound, ...more] = [...ids];
  if (operator === "⿰" && mouth === "口" && sound !== undefined && more.length === 0 && /\p{Script=Han}/u.test(sound)) {
    pairs.set(char, sound);
  }
}
const rows = [...pairs].sort(([one], [other]) => one.codePointAt(0) - other.codePointAt(0));
writeFileSync(join(server, "src/main/resources/org/dianjiao/collation/sounds.tsv"),
  "# Derived by derive-sounds.mjs. Licence: BabelStone IDS.TXT (free) and mojidata-ids (MIT-0), Unicode 17.0.\n" +
  "# character\tthe same without 口\n" +
  rows.map((row) => row.join("\t") + "\n").join(""));
