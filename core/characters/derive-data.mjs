// Derives the tables of this module from the variant data of many sources.
//
//   node core/characters/derive-data.mjs [FOLDER]
//
// FOLDER holds variants.tsv and non-cognates.tsv (default: ../shared/data/variants, seen from the
// root of the repository). Writes src/main/resources/org/dianjiao/characters/*.tsv; each says what
// it was made from and under which licence. Nothing is judged or left out: every row of the sources
// is there. The same input gives the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const module = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(module, "../../../shared/data/variants"));

const UNIHAN = ["Unicode Unihan 17.0.0", "Unicode-3.0"];
const CJKVI = ["cjkvi/cjkvi-variants e4f1da248c97, Kanji Database Project", "MIT"];
const SOURCES = [
  ["unihan", "Unihan", ...UNIHAN],
  ["cjkvi", "CJKVI", ...CJKVI],
  ["hydzd", "汉语大字典", ...CJKVI],
  ["hydcd", "汉语大词典", ...CJKVI],
  ["twedu", "教育部異體字字典", ...CJKVI],
  ["dypytz", "第一批异体字整理表", ...CJKVI],
  ["tghb", "通用规范汉字表", "通用规范汉字表 (2013)", "public domain"],
  ["opencc", "OpenCC", "BYVoid/OpenCC 5249273a3e56, STCharacters and TSCharacters", "Apache-2.0"],
];

writeTable("sources.tsv", ["name", "title", "origin", "licence"], SOURCES,
  "the README of the shared data. Licence: CC0-1.0");
writeTable("relations.tsv", ["char", "relation", "sources", "others"], relationRows(),
  "Unihan 17.0.0, cjkvi-variants e4f1da248c97, 通用规范汉字表, OpenCC 5249273a3e56, by way of"
  + " mojidata 1.8.1. Licence: Unicode-3.0 AND MIT AND Apache-2.0 (通用规范汉字表: public domain);"
  + " sources.tsv says which source has which");
writeTable("non-cognates.tsv", ["a", "b"], readRows("non-cognates.tsv").sort(byColumns),
  "cjkvi-variants e4f1da248c97, Kanji Database Project, by way of mojidata 1.8.1. Licence: MIT");
writeTable("repertoires.tsv", ["repertoire", "characters"], [
  ["gb2312", decoded("gbk", 0xb0, 0xf7, 0xa1, 0xfe)],
  ["big5", decoded("big5", 0xa4, 0xf9, 0x40, 0xfe)],
  ["big5-common", decoded("big5", 0xa4, 0xc6, 0x40, 0xfe)],
], "the character sets GB 2312 and Big5, as the Encoding Standard decodes them. Facts, CC0-1.0");

/** One row for all others that a character has by the same relation and the same sources. */
function relationRows() {
  const rows = new Map();
  const known = new Set(SOURCES.map(([name]) => name));
  for (const [char, relation, other, sources] of readRows("variants.tsv")) {
    const names = sources.split(",");
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined) throw new Error(`variants.tsv: unknown source ${unknown}`);
    const key = [char, relation, names.sort().join(",")].join("\t");
    rows.set(key, [...(rows.get(key) ?? []), other]);
  }
  return [...rows].map(([key, others]) => [...key.split("\t"), others.sort(byCodePoint).join("")])
    .sort(byColumns);
}

/** All Han characters in the rows first–last and the cells low–high of a double-byte charset. */
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
  return [...found].sort(byCodePoint).join("");
}

function readRows(name) {
  return readFileSync(join(source, name), "utf8").split("\n").slice(1)
    .filter((line) => line !== "").map((line) => line.split("\t"));
}

function writeTable(name, columns, rows, origin) {
  const head = [`# Derived by core/characters/derive-data.mjs from ${origin}.`,
    `# ${columns.join("\t")}`];
  const lines = [...head, ...rows.map((row) => row.join("\t"))];
  writeFileSync(join(module, "src/main/resources/org/dianjiao/characters", name),
    lines.join("\n") + "\n");
  console.log(`${name}: ${rows.length} rows`);
}

function byCodePoint(a, b) {
  return a.codePointAt(0) - b.codePointAt(0);
}

function byColumns(a, b) {
  const first = byCodePoint(a[0], b[0]);
  if (first !== 0) return first;
  for (let i = 1; i < Math.min(a.length, b.length); i++) {
    const order = Buffer.from(a[i]).compare(Buffer.from(b[i]));
    if (order !== 0) return order;
  }
  return 0;
}
