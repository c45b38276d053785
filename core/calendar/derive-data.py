#!/usr/bin/env python3
"""Derives the tables of this module from the tables of reigns and months.

    python3 derive-data.py FOLDER TSCHARACTERS

FOLDER has eras.tsv and months.tsv, TSCHARACTERS is a table "traditional TAB simplified". What is joined, corrected and left
out is told in README.md.
"""
import collections
import os
import re
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "src/main/resources/org/dianjiao/calendar")
LICENCE = "# DILA Authority Databases, time authority (2010), commit 4c204f886e3f; CC BY-SA 3.0; joined and compressed by derive-data.py\n"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE = {STEMS[i % 10] + BRANCHES[i % 12]: i for i in range(60)}
# how a dynasty is called besides its name in the table, before a reign or an emperor
CALLED = {
    "西漢": "漢|前漢", "東漢": "漢|後漢", "曹魏": "魏", "蜀漢": "蜀|漢", "孫吳": "吳", "西晉": "晉", "東晉": "晉", "劉宋": "宋",
    "南齊": "齊", "南梁": "梁", "北魏": "魏", "東魏": "魏", "西魏": "魏", "北齊": "齊", "北周": "周", "武周": "周|唐", "後梁": "梁",
    "後唐": "唐", "後晉": "晉", "後漢": "漢", "後周": "周", "北宋": "宋", "南宋": "宋", "元|大元": "蒙古", "蒙古": "元",
    "明|大明": "皇明", "清|大清": "皇清|前清|滿清", "南明": "明", "後金": "金|清", "南吳": "吳", "新": "王莽", "民國": "中華",
}
# written words that the reader of dates knows, beside the characters of names
WORDS = "閏間來後時臘與於從當號際葉亂變約曆陽瑪雲爾諾鐵舊這還會據詔諭奏準給為過離遲歲屆經後開辦興滿華準週歐羅輪東戰爭難節"
# forms that the table of characters does not have
MORE = {"歴": "历", "厯": "历", "暦": "历", "啓": "启", "熈": "熙", "煕": "熙", "緖": "绪", "豊": "丰", "寕": "宁", "寜": "宁", "寳": "宝", "淸": "清", "冊": "册", "歳": "岁"}
# stays as it is in simplified texts
KEPT = {"乾"}


def rows(path):
    with open(path, encoding="utf-8") as file:
        next(file)
        return [line.rstrip("\n").split("\t") for line in file if line.strip()]


def titles(names, emperor, dynasty):
    """What stands before a year: the names of the reign; those of the emperor where it has none."""
    if not names.startswith("（"):
        return names.split("|")
    own = "" if names in ("（無年號）", "（失年號）") else names.strip("（）")
    people = [re.sub("（.*", "", e) for e in emperor.split("|")]
    if dynasty == "西漢":
        people += [{"呂后": "高后", "高祖": "高帝"}.get(p, "孝" + p) for p in people]
    if dynasty == "秦":
        people += {"始皇帝": ["始皇"], "二世": ["二世皇帝"]}.get(people[0], [])
    prefixes = [p for d in (dynasty + "|" + CALLED.get(dynasty, "")).split("|") for p in [d] if p]
    bare = [p for p in people if p in ("始皇帝", "始皇", "二世", "二世皇帝", "呂后", "高后")]
    return [p + own for p in bare] + [d + p + own for p in people for d in prefixes]


def main(folder, table):
    months = collections.defaultdict(list)
    for era, year, month, leap, first, last, day, cycle, status in rows(os.path.join(folder, "months.tsv")):
        months[era].append([int(year), int(month), int(leap), int(first), int(last), int(day), cycle, status])
    eras = sorted(rows(os.path.join(folder, "eras.tsv")), key=lambda era: int(era[4]))
    reigns = []
    for era, names, emperor, dynasty, _, _ in eras:
        first = min(row[3] for row in months[era])
        joined = None
        for reign in reversed(reigns):
            same = set(reign["names"].split("|")) & set(names.split("|"))
            heir = reign["dynasty"] == dynasty or reign["emperor"].split("|")[-1] == emperor
            unnamed = names.startswith("（") and not emperor.startswith(re.sub("（.*", "", reign["emperor"].split("|")[0]) + "（")
            if same and heir and not unnamed and reign["first"] <= first <= reign["last"] + 1:
                joined = reign
                break
        if joined is None:
            joined = {"names": names, "emperor": emperor, "dynasty": dynasty, "first": first, "last": first, "rows": {}}
            reigns.append(joined)
        elif emperor not in joined["emperor"].split("|"):
            joined["emperor"] += "|" + emperor
        for row in months[era]:
            known = joined["rows"].get((row[0], row[3]))
            if known is None or known[7] == "P":
                joined["rows"][(row[0], row[3])] = row
            # what is proleptic is no part of the time in which the next must follow
            if row[7] == "S":
                joined["last"] = max(joined["last"], row[4])
    corrected = 0
    for reign in reigns:
        kept = sorted(reign["rows"].values(), key=lambda row: row[3])
        for before, row in zip(kept, kept[1:]):
            if row[5] > 1 and before[4] + 1 == row[3] and before[5] + before[4] - before[3] + 1 == row[5] and before[1:3] != row[1:3]:
                row[1:3] = before[1:3]
                corrected += 1
        # the other half of the month in which a ruler died
        whole = []
        for row in kept:
            if whole and row[5] > 1 and whole[-1][:3] == row[:3] and whole[-1][4] + 1 == row[3]:
                whole[-1][4] = row[4]
            elif not (whole and whole[-1][4] >= row[4]):
                if whole and row[3] <= whole[-1][4]:
                    # a month begins behind the last day of the one before
                    row[3] = whole[-1][4] + 1
                    corrected += 1
                whole.append(row)
        reign["rows"] = whole
    print(len(reigns), "reigns; months corrected:", corrected)
    with open(os.path.join(HERE, "reigns.tsv"), "w", encoding="utf-8") as out, open(
        os.path.join(HERE, "months.tsv"), "w", encoding="utf-8"
    ) as lines:
        out.write(LICENCE + "# reign\ttitles\temperors\tdynasties\tplace in the cycle of a year 0\n")
        lines.write(LICENCE + "# reign\tyear\tfirst Julian Day Number\tmonths: number, + leap, = days, @ number of its first day, p proleptic\n")
        for number, reign in enumerate(reigns):
            cycle = collections.Counter((CYCLE[row[6]] - row[0]) % 60 for row in reign["rows"]).most_common(1)[0][0]
            dynasty = reign["dynasty"] + ("|" + CALLED[reign["dynasty"]] if reign["dynasty"] in CALLED else "")
            out.write("\t".join([str(number), "|".join(titles(reign["names"], reign["emperor"].split("|")[0], reign["dynasty"])), re.sub("（[^|]*）", "", reign["emperor"]), dynasty, str(cycle)]) + "\n")
            line, end = None, None
            for row in reign["rows"]:
                year, month, leap, first, last, day, _, status = row
                if line is None or line[1] != year or end + 1 != first:
                    if line:
                        lines.write("%d\t%d\t%d\t%s\n" % (line[0], line[1], line[2], " ".join(line[3])))
                    line = [number, year, first, []]
                line[3].append("%d%s=%d%s%s" % (month, "+" if leap else "", last - first + 1, "@%d" % day if day > 1 else "", "p" if status == "P" else ""))
                end = last
            lines.write("%d\t%d\t%d\t%s\n" % (line[0], line[1], line[2], " ".join(line[3])))
    simple = {}
    with open(table, encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 1 and not line.startswith("#"):
                simple[cells[0]] = cells[1].split(" ")[0]
    used = set(WORDS) | {c for era in eras for c in era[1] + era[2] + era[3]} | {c for called in CALLED.values() for c in called}
    pairs = {c: simple[c] for c in used if c in simple and c not in KEPT}
    pairs.update(MORE)
    with open(os.path.join(HERE, "fold.tsv"), "w", encoding="utf-8") as out:
        out.write("# OpenCC 1.1.6, TSCharacters (Apache-2.0), the characters of reigns and of words for dates; and forms of our own\n")
        for c in sorted(pairs):
            out.write(c + "\t" + pairs[c] + "\n")


main(*sys.argv[1:])
