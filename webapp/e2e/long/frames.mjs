/** What it costs a page to draw. */

function percentile(values, part) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(part * values.length) - 1)];
}

export const told = (values) =>
  `p50 ${percentile(values, 0.5).toFixed(1)}, p95 ${percentile(values, 0.95).toFixed(1)}, worst ${Math.max(...values).toFixed(1)} ms`;

/** Asks for the processor time of a page's main thread, in milliseconds since it began. */
export async function mainThread(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
}

/** Presses a key with Alt in the text; milliseconds from the event to the end of the frame that shows what came of it. */
export function pressed(page, key, code) {
  return page.evaluate(
    ([key, code]) =>
      new Promise((done) => {
        const content = document.querySelector(".cm-content");
        const keyCode = code.charCodeAt(code.length - 1);
        const began = performance.now();
        content.dispatchEvent(new KeyboardEvent("keydown", { key, code, keyCode, altKey: true, bubbles: true, cancelable: true }));
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - began);
          port2.postMessage(null);
        });
      }),
    [key, code],
  );
}

/** Scrolls by so many pixels in each frame; of each step the time to its frame, and the main thread's in the mean. */
export async function scrolled(page, spent, { from = 0, steps = 150, by = 300 } = {}) {
  const place = (share) =>
    page.evaluate((share) => {
      const scroller = document.querySelector(".cm-scroller");
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
    }, share);
  await place(from);
  await page.waitForTimeout(500);
  const before = await spent();
  const frames = await page.evaluate(
    ([steps, by]) =>
      new Promise((done) => {
        const scroller = document.querySelector(".cm-scroller");
        const frames = [];
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (frames.length > steps) return done(frames.slice(1));
          scroller.scrollTop += by;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [steps, by],
  );
  return { frames, each: ((await spent()) - before) / steps };
}
