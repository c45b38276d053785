import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Opens a text in a browser of its own, in which the punctuation plugin has looked at all of it. */
export async function suggested(product, text) {
  const executablePath = process.env.CHROMIUM ?? readFileSync("target/browser.path", "utf8").trim();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const [name, value] = product.cookie.split("=");
  await context.addCookies([{ name, value, url: product.address }]);
  const project = await product.post("/api/projects", JSON.stringify({ name: "Marks" }));
  const path = `/api/projects/${project.id}/documents?title=${encodeURIComponent("無標點")}`;
  const { id } = await product.post(path, text, "text/plain");
  const page = await context.newPage();
  await page.goto(`${product.address}/documents/${id}`);
  await page.getByRole("button", { name: "Run plugin" }).click();
  await page.getByRole("menuitem", { name: /punctuation/i }).first().click();
  await page.waitForFunction(() => document.querySelector(".review .list-head") !== null, null, { timeout: 120_000 });
  await page.waitForTimeout(2_000);
  await page.waitForFunction(() => document.querySelector(".plugin-progress")?.textContent === "", null, { timeout: 120_000 });
  await page.waitForTimeout(2_000);
  return { browser, page };
}
