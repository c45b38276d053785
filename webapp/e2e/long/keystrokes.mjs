/*
 * How many keys a right mark takes, in Chromium, on the packed product:
 *
 *   node long/keystrokes.mjs --gold=seed002.gold.tsv --text=002.txt [--sure=0.9] [--pause=150]
 *   node long/keystrokes.mjs --gold=test-public.tsv.xz --every=70 --units=3000
 *
 * in webapp/e2e, after the product was packed. Somebody who knows the marks of the gold file (seven fields, the passage last)
 * punctuates its bare text with the keys of the mode "Punctuating" alone: accepts all that is sure, then goes through the text from
 * its beginning, decides what is suggested, mends what was accepted wrongly, and puts what nobody suggested. To get to a place she takes the
 * shortest of: arrows, Ctrl with arrows, up and down, five characters at a time (j, k), n; and arrows for the rest. With --text the lines of that file which hold the passages are used as they are.
 * Ends with an error when the text does not equal the gold at the end.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { start } from "./product.mjs";
import { suggested } from "./suggested.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const sure = Number(given.sure ?? 0.9);
const pause = Number(given.pause ?? 150);
const home = given.home ?? "../../config/target/dianjiao";
const MARKS = "，。、；：？！「」『』《》";
const PAUSES = "，。、；：？！";
const isMark = (unit) => MARKS.includes(unit);

const read = (file) => (file.endsWith(".xz") ? execFileSync("xz", ["-dc", file], { maxBuffer: 1 << 28 }).toString() : readFileSync(file, "utf8"));
const bare = (text) => [...text].filter((unit) => !isMark(unit)).join("");

/** The passages with their marks, and the text to work in, a line for each. */
function material() {
  let passages = read(given.gold).trimEnd().split("\n").map((line) => line.split("\t")[6]);
  if (given.text === undefined) {
    const every = Number(given.every ?? 1);
    const units = Number(given.units ?? Infinity);
    let sum = 0;
    passages = passages.filter((_, index) => index % every === 0).filter((passage) => sum < units && (sum += bare(passage).length) > 0);
    return { passages, lines: passages.map(bare) };
  }
  const lines = read(given.text).split(/\r?\n/);
  const solid = (text) => bare(text).replace(/\s/g, "");
  return { passages, lines: passages.map((passage) => lines.find((line) => solid(line).includes(solid(passage)))) };
}

/** The base characters of a text with what stands behind each: `[character, marks, offset behind it]`. Spaces are passed over. */
function gaps(text) {
  const found = [];
  let at = 0;
  for (const unit of text) {
    at += unit.length;
    if (isMark(unit)) {
      if (found.length > 0) found.at(-1)[1] += unit;
    } else if (unit.trim() !== "") {
      found.push([unit, "", at]);
    }
  }
  return found;
}

const { passages, lines } = material();
const missing = lines.findIndex((line) => line === undefined);
if (missing >= 0) throw new Error(`passage ${missing + 1} is not in the text`);
const gold = gaps(passages.join("\n")).map(([unit, marks]) => [unit, marks]);
const wanted = gold.reduce((sum, [, marks]) => sum + marks.length, 0);
const text = lines.join("\n");

const product = await start(home);
const { browser, page } = await suggested(product, text);
const counts = {};
let keys = 0;

try {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Alt+p");

  const press = async (key, why) => {
    await page.keyboard.press(key);
    keys++;
    counts[why] = (counts[why] ?? 0) + 1;
  };
  /** What the person sees: the text, the cursor, what is suggested, and where the keys would lead. */
  const look = () =>
    page.evaluate(() => {
      const { view } = document.querySelector(".cm-content").cmTile.root;
      const { state } = view;
      const { suggestions } = state.values.find((one) => one?.shown?.suggestions !== undefined).shown;
      const jumps = [];
      const five = (range, forward) => {
        for (let step = 0; step < 5; step++) range = view.moveByChar(range, forward);
        return range;
      };
      const ways = [
        ["Control+ArrowRight", "Control+ArrowLeft", (range, forward) => view.moveByGroup(range, forward)],
        ["ArrowDown", "ArrowUp", (range, forward) => view.moveVertically(range, forward)],
        ["j", "k", five],
      ];
      for (const [on, back, move] of ways) {
        for (const forward of [true, false]) {
          let range = state.selection.main;
          for (let steps = 1; steps <= 12; steps++) {
            range = move(range, forward);
            jumps.push([forward ? on : back, steps, range.head]);
          }
        }
      }
      const offered = suggestions.list().map(({ id, start, candidates }) => ({
        id,
        start,
        texts: candidates.map(({ action }) => action.text),
        confidence: candidates[0].confidence,
      }));
      return { doc: state.doc.toString(), head: state.selection.main.head, jumps, offered };
    });
  /** What stands and what is suggested in the gap behind a character. */
  const gapOf = ({ doc, offered }, index) => {
    const [, marks, from] = gaps(doc)[index];
    return { marks, from, offer: offered.find(({ start }) => start >= from && start <= from + marks.length) };
  };
  /** Until what the last key did there is to be seen, and a moment. */
  const settle = async (index, { marks, offer }) => {
    for (const until = Date.now() + 10_000; Date.now() < until; await page.waitForTimeout(25)) {
      const now = gapOf(await look(), index);
      if (now.marks !== marks || (offer !== undefined && now.offer?.id !== offer.id)) break;
    }
    await page.waitForTimeout(pause);
  };

  const before = await look();
  const taken = before.offered.filter(({ confidence }) => confidence >= sure);
  const slider = page.getByRole("slider");
  for (let at = Number(await slider.inputValue()); Math.abs(at - sure) > 0.001; at = Number(await slider.inputValue())) {
    await slider.focus();
    await press(at < sure ? "ArrowRight" : "ArrowLeft", "slider");
  }
  await page.locator(".cm-content").focus();
  await press("Shift+A", "accept all");
  await page.waitForTimeout(6_000);

  const goTo = async ({ doc, head, jumps, offered }, target) => {
    const away = (from) => [...doc.slice(Math.min(from, target), Math.max(from, target))].length;
    const ways = [{ first: null, steps: 0, at: head }, ...jumps.map(([first, steps, at]) => ({ first, steps, at }))];
    const unsure = offered.filter((one) => one.confidence < sure && one.start > head).slice(0, 3);
    unsure.forEach(({ start }, index) => ways.push({ first: "n", steps: index + 1, at: start }));
    const best = ways.reduce((one, other) => (other.steps + away(other.at) < one.steps + away(one.at) ? other : one));
    for (let step = 0; step < best.steps; step++) await press(best.first, "moves");
    for (let step = away(best.at); step > 0; step--) await press(best.at < target ? "ArrowRight" : "ArrowLeft", "moves");
  };
  const keyOf = (mark) => {
    const index = PAUSES.indexOf(mark);
    if (index >= 0) return String(index + 1);
    return "「」".includes(mark) ? "8" : "『』".includes(mark) ? "Shift+Digit8" : "9";
  };

  for (let rounds = 0; ; rounds++) {
    if (rounds > 20 * wanted) throw new Error("this does not end");
    const seen = await look();
    const now = gaps(seen.doc);
    if (now.length !== gold.length || now.some(([unit], index) => unit !== gold[index][0])) throw new Error("a character was changed");
    let todo = null;
    for (let index = 0; index < now.length && todo === null; index++) {
      const [, marks, from] = now[index];
      const offer = seen.offered.find(({ start }) => start >= from && start <= from + marks.length);
      if (marks !== gold[index][1] || offer !== undefined) todo = { index, marks, from, offer, right: gold[index][1] };
    }
    if (todo === null) break;
    const { marks, from, offer, right } = todo;
    if (offer !== undefined) {
      await goTo(seen, offer.start);
      const [rest] = right.startsWith(marks) ? [right.slice(marks.length)] : [""];
      const best = offer.texts[0];
      const pauseWanted = [...rest].find((unit) => PAUSES.includes(unit));
      const bracket = [...rest].find((unit) => !PAUSES.includes(unit));
      if (rest === best) await press("Space", "accepted");
      else if (pauseWanted === undefined) await press("Backspace", "rejected");
      else if (bracket !== undefined && [best + bracket, bracket + best].includes(rest)) await press(keyOf(bracket), "with a bracket");
      else await press(keyOf(pauseWanted), offer.texts.includes(pauseWanted) ? "another candidate" : "corrected");
    } else {
      let same = 0;
      while (same < marks.length && marks[same] === right[same]) same++;
      const extra = marks[same];
      const next = right[same];
      if (extra !== undefined && !(PAUSES.includes(extra) && next !== undefined && PAUSES.includes(next))) {
        await goTo(seen, from + same + 1);
        await press("Backspace", "removed");
      } else {
        await goTo(seen, from + same);
        await press(keyOf(next), extra === undefined ? "put" : "replaced");
      }
    }
    await settle(todo.index, todo);
  }

  const end = await look();
  const equal = gaps(end.doc).every(([unit, marks], index) => unit === gold[index][0] && marks === gold[index][1]);
  if (!equal) throw new Error("the text does not equal the gold");
  let at = 0;
  let arrows = 0;
  let leaps = 0;
  gold.forEach(([, marks], index) => {
    if (marks === "") return;
    const away = index + 1 - at;
    arrows += away + marks.length;
    leaps += Math.floor(away / 5) + Math.min(away % 5, 6 - (away % 5)) + marks.length;
    at = index + 1;
  });
  console.log(`${gold.length.toLocaleString("en")} characters, ${wanted} marks; suggested ${before.offered.length}, accepted at once ${taken.length} (from ${sure} on)`);
  console.log(`${keys} keys, ${(keys / wanted).toFixed(2)} for a right mark: ${Object.entries(counts).map(([why, n]) => `${why} ${n}`).join(", ")}`);
  const each = (sum) => `${sum} keys, ${(sum / wanted).toFixed(2)} for a mark`;
  console.log(`all by hand: arrows and marks ${each(arrows)}; with j and k ${each(leaps)}`);
  console.log("the text equals the gold");
} finally {
  await browser.close();
  product.process.kill();
}
