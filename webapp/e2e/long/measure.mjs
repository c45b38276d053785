/*
 * Opens a long document in Chromium and types in it:
 *
 *   node long/measure.mjs [--units=2000000] [--annotations=100000] [--keys=200] [--texts=FOLDER] [--pictures=FOLDER]
 *
 * in webapp/e2e, after the product was packed and the driver was laid out (both are part of `mvn verify`). Prints
 *   - opened: from the navigation to the document's page to the first frame that shows its text; the page is loaded
 *     afresh, from a server that has the document open already; with the processor time of the page's main thread until then;
 *   - a keystroke, wall: from the key event to the end of the frame that shows it (with the wait for the next frame);
 *   - a keystroke, main thread: processor time that the page's main thread took from one keystroke to the next, which holds
 *     the confirmation that comes back from the server and all that is drawn.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { mainThread, told } from "./frames.mjs";
import { annotate, longText, start } from "./product.mjs";

const given = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")));
const units = Number(given.units ?? 2_000_000);
const annotations = Number(given.annotations ?? 100_000);
const keys = Number(given.keys ?? 200);
const openings = Number(given.openings ?? 5);
const texts = given.texts ?? "../../../shared/texts";
const home = given.home ?? "../../config/target/dianjiao";
const PAUSE = 120;

function browser() {
  const path = process.env.CHROMIUM ?? readFileSync("target/browser.path", "utf8").trim();
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
}

/** A fresh page of the document, and when its text was first painted, its annotations first drawn. */
async function open(context, address, document) {
  const page = await context.newPage();
  const spent = await mainThread(page);
  await page.addInitScript(() => {
    const seen = (name, found) => {
      const look = () => {
        if (!found()) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => (window[name] = performance.now())));
      };
      requestAnimationFrame(look);
    };
    addEventListener("DOMContentLoaded", () => {
      seen("textSeen", () => (document.querySelector(".cm-line")?.textContent.length ?? 0) > 0);
      seen("marksSeen", () => document.querySelector(".annotation[data-annotation]") !== null);
    });
  });
  await page.goto(`${address}/documents/${document}`);
  await page.waitForFunction(() => window.textSeen !== undefined && window.marksSeen !== undefined, null, { timeout: 60_000 });
  const times = await page.evaluate(() => ({ text: window.textSeen, marks: window.marksSeen }));
  return { page, ...times, work: await spent() };
}

/** Types one key after the other in the middle of the document. */
async function type(page) {
  const spent = await mainThread(page);
  await page.evaluate(() => {
    window.painted = [];
    addEventListener(
      "keydown",
      () => {
        const began = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.painted.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const work = [];
  for (let key = 0; key < keys + 20; key++) {
    const before = await spent();
    await page.keyboard.press("abcdefghij"[key % 10]);
    await page.waitForTimeout(PAUSE);
    if (key >= 20) work.push((await spent()) - before);
  }
  const wall = (await page.evaluate(() => window.painted)).slice(20);
  return { work, wall };
}

async function toPlace(page, part) {
  await page.evaluate((share) => {
    const scroller = document.querySelector(".cm-scroller");
    scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  }, part);
  await page.waitForTimeout(2_000);
}

const product = await start(home);
const chrome = await browser();
try {
  const text = longText(texts, units);
  const project = await product.post("/api/projects", JSON.stringify({ name: "Long documents" }));
  const path = `/api/projects/${project.id}/documents?title=${encodeURIComponent("長文")}`;
  const { id } = await product.post(path, text, "text/plain");
  const context = await chrome.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const [name, value] = product.cookie.split("=");
  await context.addCookies([{ name, value, url: product.address }]);
  const maker = await context.newPage();
  await maker.goto(product.address);
  await annotate(maker, id, text, annotations);
  await maker.close();
  console.log(`${text.length.toLocaleString("en")} units, ${annotations.toLocaleString("en")} annotations`);

  const texted = [];
  const marked = [];
  const worked = [];
  for (let time = 0; time < openings; time++) {
    const opened = await open(context, product.address, id);
    texted.push(opened.text);
    marked.push(opened.marks);
    worked.push(opened.work);
    await opened.page.close();
  }
  console.log(`opened: text ${told(texted)}; annotations ${told(marked)}; main thread ${told(worked)}`);

  const { page } = await open(context, product.address, id);
  const shoot = async (picture) => {
    if (!given.pictures) return;
    mkdirSync(given.pictures, { recursive: true });
    await page.screenshot({ path: join(given.pictures, `${picture}.png`) });
  };
  await page.waitForTimeout(1_000);
  await shoot("begin");
  for (const [where, part] of [["middle", 0.5], ["end", 1]]) {
    await toPlace(page, part);
    await shoot(where);
  }
  await page.getByRole("tab", { name: "Annotations" }).click();
  await page.waitForTimeout(1_000);
  await shoot("end-annotations");
  await toPlace(page, 0.5);
  await page.locator(".cm-line").nth(5).click({ position: { x: 60, y: 12 } });
  for (const panel of ["Annotations", "Review"]) {
    await page.getByRole("tab", { name: panel }).click();
    await page.locator(".cm-content").focus();
    const { work, wall } = await type(page);
    console.log(`keystroke, panel ${panel}: main thread ${told(work)}; wall ${told(wall)}`);
  }
  await page.setViewportSize({ width: 420, height: 800 });
  await page.waitForTimeout(1_000);
  await shoot("narrow");
} finally {
  await chrome.close();
  product.process.kill();
}
