// Derives the entities that ship, a resource of this module.
//
//   node core/authority/derive-entities.mjs [FOLDER]
//
// FOLDER holds authority/authority.jsonl and punctuation/t2s-chars.tsv (default: ../shared/data, seen from the root of the
// repository). Coordinates come from points.tsv beside this script, when it is there: id, latitude,
// longitude. The columns are those of EntityRows. The same input gives the same bytes.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const module = dirname(fileURLToPath(import.meta.url));
const source = resolve(process.argv[2] ?? join(module, "../../../shared/data"));
const target = join(module, "src/main/resources/org/dianjiao/authority/entities.tsv");

const columns = ["id", "type", "preferred", "variants", "abbreviations", "transliterations", "period",
  "point", "notes", "external", "relations", "sources"];
const simplified = new Map(lines(join(source, "punctuation/t2s-chars.tsv"))
  .map((line) => line.split("\t")));
const points = new Map(!existsSync(join(module, "points.tsv")) ? [] : lines(join(module, "points.tsv"))
  .filter((line) => !line.startsWith("#"))
  .map((line) => line.split("\t")).map(([id, ...place]) => [id, place]));

const entries = lines(join(source, "authority/authority.jsonl")).map((line) => JSON.parse(line))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(target, [
  "# The entities that ship. Derived by core/authority/derive-entities.mjs from an authority file compiled for this project.",
  "# Licence: CC0-1.0; contains identifiers and coordinates from GeoNames (CC BY 4.0, © GeoNames) and identifiers from the DILA"
    + " Authority Databases (CC BY-SA 3.0) and Wikidata (CC0).",
  `# ${columns.join("\t")}`,
  ...entries.map(row),
].join("\n") + "\n");
console.log(`${entries.length} entries`);

function row(entry) {
  const others = [...new Set(entry.variants)]
    .filter((form) => form !== entry.label && form !== entry.label_hans);
  const isShort = (form) => /^[\u4E00-\u9FFF]$/u.test(form); // a lone ordinary character
  const cells = [entry.id, entry.type,
    cell(preferred(entry)),
    cell(others.filter((form) => !isShort(form)).map((form) => [form, script(form, others)])),
    cell(others.filter(isShort).map((form) => [form, script(form, others)])),
    cell(entry.latin === undefined ? [] : [[entry.latin, "Latn"]]),
    entry.dates === undefined ? "" : cell([period(entry.dates)]),
    points.has(entry.id) ? cell([points.get(entry.id)]) : "",
    cell(note(entry)),
    cell(entry.external.map(({ scheme, id, uri = "", relation }) =>
      [scheme, id, relation === "exactMatch" ? "exact" : "close", uri])),
    "",
    cell([...new Set(entry.source.split(/[;,] /))].map((name) => [name]))];
  while (cells.at(-1) === "") {
    cells.pop();
  }
  return cells.join("\t");
}

function preferred({ label, label_hans }) {
  return label === label_hans ? [[label, ""]] : [[label, "Hant"], [label_hans, "Hans"]];
}

/** Of two forms that differ in nothing else, one is traditional; of others it does not matter. */
function script(form, forms) {
  const folded = fold(form);
  if (folded !== form) {
    return "Hant";
  }
  return forms.some((other) => other !== form && fold(other) === form) ? "Hans" : "";
}

function fold(form) {
  return [...form].map((char) => simplified.get(char) ?? char).join("");
}

/** 1650-1706, d. 1703, 1689, or two dates with / between them. */
function period(dates) {
  const [, died] = /^d\. (\d{4})$/u.exec(dates) ?? [];
  if (died !== undefined) {
    return ["", died];
  }
  const [, born, dead] = /^(\d{4})-(\d{4})$/u.exec(dates) ?? [];
  const [from, to = from] = born === undefined ? dates.split("/") : [born, dead];
  return [from, to];
}

/** Notes for the reader; those about the numbered source texts or about code points are not. */
function note({ note = "" }) {
  return note === "" || /\b00\d\b|U\+/u.test(note) ? [] : [[note]];
}

/** As EntityRows writes it. */
function cell(things) {
  return things.map((thing) => {
    const parts = thing.map((part) => part.replace(/[\\|;]/gu, "\\$&"));
    while (parts.length > 1 && parts.at(-1) === "") {
      parts.pop();
    }
    return parts.join(";");
  }).join("|");
}

function lines(file) {
  return readFileSync(file, "utf8").split("\n").filter((line) => line !== "");
}
