/*
 * What it costs to look at a long text in another way, in Chromium, on the packed product:
 *
 *   node long/views.mjs [--units=200000] [--annotations=5000] [--turns=10] [--texts=FOLDER]
 *
 * in webapp/e2e, after the product was packed. Everywhere in the text there are decided regular forms. Told is for each way to show the
 * text how long switching to it takes, from the key to the end of the frame that shows it, and the processor time of the page's main
 * thread until 150 ms later, at the begin, in the middle and at the end of the text; and for scrolling through it, 300 pixels in each frame, the time between frames and the processor time of the main thread.
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { chromium } from "playwright-core";
import { mainThread, pressed, scrolled, told } from "./frames.mjs";
import { annotate, longText, start } from "./product.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const units = Number(given.units ?? 200_000);
const annotations = Number(given.annotations ?? 5_000);
const turns = Number(given.turns ?? 10);
const texts = given.texts ?? "../../../shared/texts";
const home = given.home ?? "../../config/target/dianjiao";
const REGULAR = [{ is: "regularization", form: "於此", relation: "variant" }];

const product = await start(home);
const executablePath = process.env.CHROMIUM ?? readFileSync("target/browser.path", "utf8").trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
try {
  const text = longText(texts, units);
  const project = await product.post("/api/projects", JSON.stringify({ name: "Views" }));
  const { id } = await product.post(`/api/projects/${project.id}/documents?title=${encodeURIComponent("長文")}`, text, "text/plain");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const [name, value] = product.cookie.split("=");
  await context.addCookies([{ name, value, url: product.address }]);
  const page = await context.newPage();
  await page.goto(product.address);
  await annotate(page, id, text, annotations, REGULAR);
  await page.goto(`${product.address}/documents/${id}`);
  await page.waitForFunction(() => document.querySelector(".annotation[data-annotation]") !== null, null, { timeout: 60_000 });
  await page.locator(".cm-content").focus();
  const spent = await mainThread(page);
  const look = () => page.evaluate(() => ({ ...document.querySelector(".cm-editor").dataset }));
  console.log(`${text.length.toLocaleString("en")} units, ${annotations.toLocaleString("en")} regular forms; load ${loadavg()[0].toFixed(1)}`);

  const switches = {};
  for (let turn = 0; turn < turns; turn++) {
    for (const share of [0, 0.5, 1]) {
      await page.evaluate((share) => {
        const scroller = document.querySelector(".cm-scroller");
        scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      }, share);
      await page.waitForTimeout(700);
      for (const [key, code, which, ways] of [["c", "KeyC", "characters", 4], ["v", "KeyV", "marks", 4]]) {
        for (let way = 0; way < ways; way++) {
          const before = await spent();
          const wall = await pressed(page, key, code);
          const now = (await look())[which];
          await page.waitForTimeout(150);
          const one = (switches[now] ??= { wall: [], work: [] });
          if (turn === 0) continue;
          one.wall.push(wall);
          one.work.push((await spent()) - before);
        }
      }
    }
  }
  for (const [way, times] of Object.entries(switches)) {
    console.log(`switch to ${way}: ${told(times.wall)}; main thread ${told(times.work)}`);
  }

  for (const [key, code, ways] of [["c", "KeyC", 4], ["v", "KeyV", 4]]) {
    for (let way = 0; way < ways; way++) {
      const { frames, each } = await scrolled(page, spent, { from: 0.3 });
      const { characters, marks } = await look();
      console.log(`scroll, ${characters}, ${marks}: frames ${told(frames)}; main thread ${each.toFixed(1)} ms a frame`);
      await pressed(page, key, code);
      await page.waitForTimeout(300);
    }
  }
} finally {
  await browser.close();
  product.process.kill();
}
