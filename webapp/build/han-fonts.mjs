// Writes src/styles/han-fonts.css: the slices of HanaMin that the workspace needs, from what the
// package hanamin says of them. A slice is loaded when a page shows a character of it, and never before.
//
//   node build/han-fonts.mjs

import { readFileSync, writeFileSync } from "node:fs";

const WANTED = [
  /^HanaMinB\.CJK-Unified-Ideographs-Extension-[B-F]/,
  /^HanaMinA\.CJK-Compatibility-Ideographs-Supplement/,
];

const rules = [];
const css = readFileSync(new URL("../node_modules/hanamin/HanaMin.css", import.meta.url), "utf8");
for (const [, rule] of css.matchAll(/@font-face \{([^}]*)\}/g)) {
  const file = /url\(([^)]+)\)/.exec(rule)[1];
  const range = /unicode-range:([^;]+);/.exec(rule)[1].trim().replace(/\s+/g, " ");
  if (!WANTED.some((wanted) => wanted.test(file))) continue;
  rules.push(
    `@font-face {\n  font-family: "Rare Han";\n  font-display: swap;\n` +
      `  src: url("hanamin/${file}") format("woff2");\n  unicode-range: ${range};\n}\n`,
  );
}
const head =
  "/* Made by build/han-fonts.mjs. Characters outside the Basic Multilingual Plane, for which computers seldom have\n" +
  "   a font: HanaMin of 2017 (GlyphWiki Project), under public/assets/hanazono-font-license.txt. */\n";
writeFileSync(new URL("../src/styles/han-fonts.css", import.meta.url), `${head}\n${rules.join("\n")}`);
console.log(`${rules.length} slices`);
