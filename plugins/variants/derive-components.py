"""Derives data/components.tsv: which forms of a component stand for one another, and where.

    python3 plugins/variants/derive-components.py MOJI_DB

MOJI_DB is dist/moji.db of the npm package @mandel59/mojidata, version 1.8.1. Two tables of it are read:
the radical forms of cjkvi-variants (人 is 亻 at the left) and Unicode's EquivalentUnifiedIdeograph (the
radical sign ⺅ is the ideograph 亻). Afterwards derive-data.mjs puts the checksum into plugin.json.

Kept are forms whose place in a character the source names, and forms without a place that Unicode
encodes as radical signs too (忄 is ⺖); not forms such as 由 for 田, which are other characters.
"""

import pathlib
import sqlite3
import sys

PLACES = {"left", "right", "top", "bottom"}


def main(path):
    moji = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    signs = {sign: ideograph for sign, ideograph in moji.execute("SELECT * FROM radeqv") if ideograph}
    drawn = {ideograph for sign, ideograph in signs.items() if "\u2e80" <= sign <= "\u2eff"}
    rows = {("same", sign, ideograph) for sign, ideograph in signs.items()}
    for proper, form, place in moji.execute('SELECT * FROM "kdpv_cjkvi/radical-variant"'):
        if place in PLACES or (place is None and form in drawn):
            rows.add((place or "any", proper, form))
    lines = [
        "# Derived by derive-components.py; see README.md. Licence: MIT (cjkvi-variants), Unicode-3.0.",
        "# place (same: another code of the same component)\tcomponent\tform",
    ] + ["\t".join(row) for row in sorted(rows)]
    out = pathlib.Path(__file__).parent / "data" / "components.tsv"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"data/components.tsv: {len(rows)} rows")


main(sys.argv[1])
