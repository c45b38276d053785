/*
 * The review list with tens of thousands of suggestions, in Chromium:
 *
 *   node long/queue.mjs [--units=700000] [--accept=10000] [--turns=4] [--texts=FOLDER] [--pictures=FOLDER]
 *
 * in webapp/e2e, after the product was packed. The texts are taken without their marks, and the punctuation plugin suggests
 * all of them. Prints
 *   - scrolled, filtered: frames a second of the page while the list scrolls, and while its filter is changed again and again;
 *   - accepted: from the press on the button that accepts all that is shown to the frame that shows them in the text, on the screen
 *     of the one who pressed and in another browser, and the same for the one undo, as often as --turns says.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { longText, start } from "./product.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const units = Number(given.units ?? 700_000);
const accept = Number(given.accept ?? 10_000);
const turns = Number(given.turns ?? 4);
const texts = given.texts ?? "../../../shared/texts";
const home = given.home ?? "../../config/target/dianjiao";
const SECONDS = 5;

function browser() {
  const path = process.env.CHROMIUM ?? readFileSync("target/browser.path", "utf8").trim();
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
}

const bare = (text) => text.replace(/[，。、；：？！「」『』《》（）]/g, "");

/** Frames a second, while something is done for some seconds. */
async function frames(page, work) {
  await page.evaluate((seconds) => {
    window.frameTimes = [];
    const until = performance.now() + 1000 * seconds;
    const frame = (now) => {
      window.frameTimes.push(now);
      if (now < until) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, SECONDS);
  const until = Date.now() + 1000 * SECONDS;
  while (Date.now() < until) await work();
  const times = await page.evaluate(() => window.frameTimes);
  const gaps = times.slice(1).map((time, index) => time - times[index]).sort((a, b) => a - b);
  const rate = (1000 * (times.length - 1)) / (times.at(-1) - times[0]);
  return `${rate.toFixed(1)} frames a second, p95 ${gaps[Math.ceil(0.95 * gaps.length) - 1].toFixed(1)}, worst ${gaps.at(-1).toFixed(1)} ms`;
}

async function suggestions(page) {
  const head = await page.locator(".review .list-head span").first().textContent();
  return Number(/[\d,]+/.exec(head)[0].replaceAll(",", ""));
}

/** Opens a document in which the plugin has suggested all its marks. */
async function suggested(context, product, project, text) {
  const path = `/api/projects/${project.id}/documents?title=${encodeURIComponent("無標點")}`;
  const { id } = await product.post(path, text, "text/plain");
  const page = await context.newPage();
  await page.goto(`${product.address}/documents/${id}`);
  await page.getByRole("button", { name: "Run plugin" }).click();
  await page.getByRole("menuitem", { name: /punctuation/i }).first().click();
  await page.waitForFunction(() => document.querySelector(".review .list-head") !== null, null, { timeout: 120_000 });
  let before = -1;
  for (let now = await suggestions(page); now !== before; now = await suggestions(page)) {
    before = now;
    await page.waitForTimeout(5_000);
  }
  return { id, page, count: before };
}

/** Milliseconds from now until the text of a page has so many units, and that is painted. */
function shows(page, expected) {
  return page.evaluate(
    (revision) =>
      new Promise((seen) => {
        const began = performance.timeOrigin + performance.now();
        const look = () => {
          const told = document.querySelector(".passage-bar")?.textContent.match(/Revision ([\d,]+)/)?.[1];
          if (told === undefined || Number(told.replaceAll(",", "")) < revision) return requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => seen(performance.timeOrigin + performance.now() - began)));
        };
        look();
      }),
    expected,
  );
}

const revisionOf = async (page) => Number(/Revision ([\d,]+)/.exec(await page.locator(".passage-bar").textContent())[1].replaceAll(",", ""));

const product = await start(home);
const browsers = await Promise.all([browser(), browser()]);
/** A window of its own: one that lies behind another is drawn once a second. */
async function signedIn(chrome) {
  const context = await chrome.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const [name, value] = product.cookie.split("=");
  await context.addCookies([{ name, value, url: product.address }]);
  return context;
}
try {
  const [context, elsewhere] = await Promise.all(browsers.map(signedIn));
  const project = await product.post("/api/projects", JSON.stringify({ name: "Queue" }));
  const shoot = async (page, picture) => {
    if (!given.pictures) return;
    mkdirSync(given.pictures, { recursive: true });
    await page.screenshot({ path: join(given.pictures, `${picture}.png`) });
  };

  const many = await suggested(context, product, project, bare(longText(texts, units)));
  console.log(`${many.count.toLocaleString("en")} suggestions`);
  await shoot(many.page, "queue");
  const list = many.page.getByRole("listbox");
  await list.hover();
  console.log(`scrolled: ${await frames(many.page, () => many.page.mouse.wheel(0, 900))}`);
  await list.focus();
  console.log(`by key: ${await frames(many.page, () => many.page.keyboard.press("j"))}`);
  const marks = many.page.getByRole("combobox", { name: "Mark", exact: true });
  const options = await marks.locator("option").evaluateAll((all) => all.map(({ value }) => value));
  let turn = 0;
  console.log(`filtered: ${await frames(many.page, () => marks.selectOption(options[turn++ % options.length]))}`);
  await many.page.close();

  const share = Math.round(1.02 * units * (accept / many.count));
  const one = await suggested(context, product, project, bare(longText(texts, share)));
  const other = await elsewhere.newPage();
  await other.goto(`${product.address}/documents/${one.id}`);
  await other.waitForFunction(() => document.querySelector(".review .list-head") !== null, null, { timeout: 60_000 });
  await other.waitForTimeout(3_000);
  const timed = async (what, press) => {
    const revision = (await revisionOf(one.page)) + 1;
    const seen = [shows(one.page, revision), shows(other, revision)];
    await press();
    const [own, others] = await Promise.all(seen);
    console.log(`${what}: ${own.toFixed(0)} ms here, ${others.toFixed(0)} ms on another screen`);
    await one.page.waitForTimeout(3_000);
  };
  for (let turn = 0; turn < turns; turn++) {
    await one.page.getByRole("button", { name: "Accept all shown" }).click();
    await timed(`accepted ${one.count.toLocaleString("en")}`, () => one.page.getByRole("button", { name: "Accept all", exact: true }).click());
    await shoot(one.page, "accepted");
    await timed("undone", () => one.page.getByRole("button", { name: "Undo", exact: true }).click());
  }
} finally {
  await Promise.all(browsers.map((chrome) => chrome.close()));
  product.process.kill();
}
