/*
 * What it costs to scroll through a text in which everything is suggested, in Chromium, on the packed product:
 *
 *   node long/scroll.mjs [--units=20000] [--steps=150] [--turns=3] [--texts=FOLDER] [--picture=FILE]
 *
 * in webapp/e2e, after the product was packed. The texts are taken without their marks, and the punctuation plugin suggests them, shaded by
 * how sure it is. Then the text is scrolled, so many pixels in each frame, in every panel and while one punctuates; told are the times
 * between frames, and the processor time of the page's main thread.
 */
import { loadavg } from "node:os";
import { mainThread, scrolled, told } from "./frames.mjs";
import { longText, start } from "./product.mjs";
import { suggested } from "./suggested.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const units = Number(given.units ?? 20_000);
const steps = Number(given.steps ?? 150);
const turns = Number(given.turns ?? 3);
const texts = given.texts ?? "../../../shared/texts";
const home = given.home ?? "../../config/target/dianjiao";

const product = await start(home);
const text = longText(texts, 2 * units).replace(/[，。、；：？！「」『』《》（）]/g, "").slice(0, units);
const { browser, page } = await suggested(product, text);
try {
  const spent = await mainThread(page);
  const offered = await page.locator(".review .list-head > span").innerText();
  console.log(`${text.length.toLocaleString("en")} units, ${offered}; load ${loadavg()[0].toFixed(1)}`);
  if (given.picture) await page.screenshot({ path: given.picture });
  const scroll = async (where) => {
    for (const by of [60, 300, 900]) {
      const frames = [];
      const work = [];
      for (let turn = 0; turn < turns; turn++) {
        const one = await scrolled(page, spent, { steps: Math.min(steps, Math.floor(30_000 / by)), by });
        frames.push(...one.frames);
        work.push(one.each);
      }
      const mean = work.reduce((sum, each) => sum + each, 0) / turns;
      console.log(`${where}, ${by} px a frame: frames ${told(frames)}; main thread ${mean.toFixed(1)} ms a frame`);
    }
  };
  for (const panel of ["Review", "Marks", "Annotations"]) {
    await page.getByRole("tab", { name: panel }).click();
    await page.waitForTimeout(500);
    await scroll(panel);
  }
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Alt+p");
  await page.waitForTimeout(500);
  await scroll("Punctuating");
} finally {
  await browser.close();
  product.process.kill();
}
