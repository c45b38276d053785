import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Starts the packed product on an empty folder and any free port; with its address and an administrator's session. */
export async function start(home) {
  const data = mkdtempSync(join(tmpdir(), "dianjiao-long-"));
  const process = spawn(join(home, "bin/dianjiao"), ["serve", "--no-demo", "--data", data, "--port", "0"]);
  let welcome = "";
  const setup = await new Promise((found, failed) => {
    process.on("exit", () => failed(new Error(`the product ended:\n${welcome}`)));
    process.stderr.on("data", (text) => (welcome += text));
    createInterface({ input: process.stdout }).on("line", (line) => {
      welcome += `${line}\n`;
      const match = /(http:\/\/\S+)\/setup\?token=(\S+)/.exec(line);
      if (match) found(match);
    });
  });
  const [, address, token] = setup;
  const account = { name: "wang", password: "nobody else has this" };
  const made = await fetch(`${address}/api/setup`, {
    method: "POST",
    headers: { "X-Dianjiao": "1", "Content-Type": "application/json", Origin: address },
    body: JSON.stringify({ token, ...account }),
  });
  const cookie = made.headers.get("set-cookie").split(";")[0];
  const post = async (path, body, type = "application/json") => {
    const answer = await fetch(address + path, {
      method: "POST",
      headers: { "X-Dianjiao": "1", "Content-Type": type, Cookie: cookie, Origin: address },
      body,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { address, cookie, post, process, account };
}

/** The texts of a folder one after the other, again and again, up to a number of UTF-16 units. */
export function longText(folder, units) {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trimEnd());
  const once = `${texts.join("\n")}\n`;
  const text = once.repeat(Math.ceil(units / once.length)).slice(0, units);
  return text.isWellFormed?.() === false ? text.slice(0, -1) : text;
}

const NAMES = ["person", "place", "office", "date", "work"];
const NAMES_AND_NOTES = Array.from({ length: 20 }, (_, at) => (at === 0 ? { is: "note", text: "注" } : { is: "tag", name: NAMES[at % 5] }));

/**
 * Annotates a document over the WebSocket of a page that is signed in, as an editor does: evenly strewn
 * ranges of two characters, 400 in a change, with names and some notes, or with the given bodies.
 */
export function annotate(page, document, text, count, bodies = NAMES_AND_NOTES) {
  return page.evaluate(
    async ([id, length, count, breaks, bodies]) => {
      const { ticket } = await (
        await fetch("/api/ticket", { method: "POST", headers: { "X-Dianjiao": "1", "Content-Type": "application/json" }, body: "{}" })
      ).json();
      const bad = new Set(breaks);
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/socket`);
      const client = "editor-of-a-long-text";
      let sequence = 0;
      let revision = 0;
      let done = 0;
      const next = () => {
        const effects = [];
        for (; effects.length < 400 && done < count; done++) {
          let start = Math.floor((done / count) * (length - 8));
          while (bad.has(start) || bad.has(start + 1) || bad.has(start + 2)) start++;
          const body = bodies[done % bodies.length];
          effects.push({ is: "add-annotation", id: `annotation-${String(done).padStart(9, "0")}`, start, end: start + 2, body });
        }
        const updates = [{ changes: [length], effects }];
        socket.send(JSON.stringify({ type: "submit", document: id, client, sequence: ++sequence, base: revision, updates }));
      };
      await new Promise((finished, failed) => {
        socket.onopen = () => socket.send(JSON.stringify({ type: "hello", protocol: 1, ticket }));
        socket.onclose = ({ code, reason }) => failed(new Error(`${code} ${reason}`));
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(data);
          if (frame.type === "welcome") socket.send(JSON.stringify({ type: "open", document: id, client }));
          else if (frame.type === "refused" || frame.type === "failed") failed(new Error(frame.message));
          else if (frame.type === "opened" || frame.type === "changes") {
            revision = frame.revision ?? frame.first + frame.changes.length - 1;
            if (done < count) next();
            else finished();
          }
        };
      });
      socket.onclose = null;
      socket.close();
    },
    [document, text.length, count, surrogates(text), bodies],
  );
}

/** Where an annotation may not begin or end: in the middle of a character of two units. */
function surrogates(text) {
  const places = [];
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) places.push(i);
  return places;
}
