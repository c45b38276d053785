/*
 * How soon after the last key the suggestions of a changed passage are new on the screen, in Chromium, on the packed product:
 *
 *   node long/quiet.mjs [--texts=FOLDER] [--units=20000] [--turns=20] [--keys=6] [--each=90]
 *
 * in webapp/e2e, after the product was packed. The texts are taken without their marks, and the punctuation plugin suggests them.
 * Then, at places all over the text, some characters are typed, one each 90 ms. Told is the time from the event of the last key to the frame
 * behind the last one that draws suggestions which were not there before, within two seconds, in the page's own time.
 */
import { loadavg } from "node:os";
import { longText, start } from "./product.mjs";
import { suggested } from "./suggested.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const units = Number(given.units ?? 20_000);
const turns = Number(given.turns ?? 20);
const keys = Number(given.keys ?? 6);
const each = Number(given.each ?? 90);
const texts = given.texts ?? "../../../shared/texts";
const home = given.home ?? "../../config/target/dianjiao";
const PATIENCE = 2_000;
const TYPED = [..."使臣往來照會通商口岸"];

const product = await start(home);
const text = longText(texts, units).replace(/[，。、；：？！「」『』《》（）]/g, "");
const { browser, page } = await suggested(product, text);
try {
  /** Puts the cursor into the middle of a line, somewhere in the text. */
  const goTo = (share) =>
    page.evaluate((share) => {
      const { view } = document.querySelector(".cm-content").cmTile.root;
      const { doc } = view.state;
      let line = doc.lineAt(Math.floor(share * doc.length));
      while (line.length < 60 && line.number < doc.lines) line = doc.line(line.number + 1);
      view.dispatch({ selection: { anchor: line.from + Math.floor(line.length / 2) }, scrollIntoView: true });
      view.focus();
    }, share);
  const times = [];
  for (let turn = 0; turn < turns; turn++) {
    await goTo((turn + 0.5) / (turns + 1));
    await page.waitForTimeout(1_500);
    await page.evaluate(([keys, patience]) => {
      const { view } = document.querySelector(".cm-content").cmTile.root;
      const ids = () => view.state.values.find((one) => one?.shown?.suggestions !== undefined).shown.suggestions.list().map(({ id }) => id);
      window.seen = new Promise((done) => {
        let left = keys;
        view.contentDOM.addEventListener("beforeinput", function typed({ timeStamp }) {
          if (--left > 0) return;
          view.contentDOM.removeEventListener("beforeinput", typed);
          let known = new Set(ids());
          let last = Infinity;
          const look = (now) => {
            const all = ids();
            if (all.some((id) => !known.has(id))) {
              known = new Set(all);
              requestAnimationFrame((painted) => (last = painted - timeStamp));
            }
            if (now - timeStamp > patience) done(last);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      });
    }, [keys, PATIENCE]);
    for (let key = 0; key < keys; key++) {
      await page.keyboard.insertText(TYPED[(turn + key) % TYPED.length]);
      if (key < keys - 1) await page.waitForTimeout(each);
    }
    times.push(await page.evaluate(() => window.seen));
  }
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(`${turns} turns, ms from the last key to the new suggestions: median ${at(0.5)}, p90 ${at(0.9)}, range ${at(0)}–${at(1)}; load ${loadavg()[0].toFixed(1)}`);
  console.log(times.map((time) => time.toFixed(0)).join(" "));
} finally {
  await browser.close();
  product.process.kill();
}
