import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { WebSocketServer } from "ws";
import type { Account, ClientFrame } from "../src/session/frames";
import type { Role } from "../src/session/values";
import { analyzers } from "./analyzers";
import { Authority } from "./authority";

const ROOT = "target/classes/webroot";
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const policy = (nonce: string, host: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");

const account = (id: string, name: string, colour: string, administrator = false): Account => ({
  id,
  name,
  colour,
  administrator,
});

/** Everybody's password is their name. Nothing is kept. */
const ACCOUNTS = [
  account("a1", "Wang", "#b4552d", true),
  account("a2", "Li", "#2f6a52"),
  account("a3", "Zhao", "#65499b"),
  account("a4", "Guest", "#7a5a12"),
];
const ROLES: Record<string, Role> = { a1: "manager", a2: "editor", a3: "reviewer", a4: "viewer" };

/** A server to look at the workspace with, without the real one. SIGUSR2 takes it away for four seconds. */
export function serve(file: string, port: number): void {
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const document = new Authority("d1", "中俄天津條約、北京條約", text, analyzers);
  for (const [id, role] of Object.entries(ROLES)) document.roles.set(id, role);
  const sessions = new Map<string, Account>();
  const tickets = new Map<string, Account>();

  const who = (request: IncomingMessage) =>
    sessions.get(/session=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "");

  const member = (one: Account) => ({ account: one.id, name: one.name, colour: one.colour, role: ROLES[one.id] });
  const documentLine = () => ({
    id: "d1",
    title: document.title,
    revision: document.state.revision,
    units: document.state.text.length,
    changedAt: document.log.at(-1)?.at ?? new Date().toISOString(),
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, "http://localhost");
    const path = url.pathname;
    const signedIn = who(request);
    const say = (value: unknown, status = 200) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(value === undefined ? "" : JSON.stringify(value));
    };
    if (!path.startsWith("/api/")) return page(path, request, response);
    if (request.method !== "GET" && request.headers["x-dianjiao"] !== "1") {
      return say({ code: "not-permitted", message: "the header X-Dianjiao is missing" }, 403);
    }
    if (path === "/api/status") return say({ name: "Dianjiao", version: "0.1.0", setup: false });
    if (path === "/api/session" && request.method === "POST") {
      const { name, password } = JSON.parse(await body(request));
      const found = ACCOUNTS.find((one) => one.name === name && password === name);
      if (!found) return say({ code: "not-signed-in", message: "name and password do not match" }, 401);
      const session = randomBytes(12).toString("hex");
      sessions.set(session, found);
      response.setHeader("Set-Cookie", `session=${session}; HttpOnly; SameSite=Strict; Path=/`);
      return say(found);
    }
    if (!signedIn) return say({ code: "not-signed-in", message: "nobody is signed in" }, 401);
    if (path === "/api/session") {
      response.setHeader("Set-Cookie", "session=; Max-Age=0; Path=/");
      return say(undefined);
    }
    if (path === "/api/me") return say(signedIn);
    if (path === "/api/ticket") {
      const ticket = randomBytes(12).toString("hex");
      tickets.set(ticket, signedIn);
      return say({ ticket });
    }
    if (path === "/api/accounts") return say(ACCOUNTS);
    if (path === "/api/projects") return say([{ id: "p", name: "Treaties of 1858–60", role: ROLES[signedIn.id], documents: 1 }]);
    if (path === "/api/projects/p") {
      const role = ROLES[signedIn.id];
      return say({ id: "p", name: "Treaties of 1858–60", role, documents: [documentLine()], members: ACCOUNTS.map(member) });
    }
    if (path === "/api/projects/p/documents") {
      return say({ code: "malformed", message: "U+0000 is a control character", line: 3, column: 14 }, 400);
    }
    if (path === "/api/documents/d1/history") return say(history(url));
    if (path === "/api/plugins") {
      const line = (id: string, name: string) => ({ id, name, version: "0.1.0", state: "STARTED", reason: "", categories: [id], destination: "" });
      return say([line("punctuation", "Punctuation"), line("variants", "Variant characters"), line("names", "Names")]);
    }
    if (path === "/api/plugins/names/lookup") {
      const query = url.searchParams.get("query")!;
      const type = url.searchParams.get("type")!;
      return say(["俄國", "京師", "理藩院", "總理各國事務大臣"].filter((label) => [...query].some((c) => label.includes(c))).map((label, i) => ({ entity: `local:${i}`, label, type })));
    }
    return say({ code: "unknown-document", message: `there is nothing at ${path}` }, 404);
  }

  function history(url: URL) {
    const before = Number(url.searchParams.get("before") ?? document.log.length + 1);
    const limit = Number(url.searchParams.get("limit") ?? 50);
    return document.log
      .map((entry, index) => ({ ...entry, changes: entry.changes.toJSON(), revision: index + 1, excerpt: excerpt(index) }))
      .filter(({ revision }) => revision < before)
      .reverse()
      .slice(0, limit);
  }

  function excerpt(index: number): string {
    let place = -1;
    document.log[index]!.changes.iterChangedRanges((_a, _b, from) => (place = place < 0 ? from : place));
    return place < 0 ? "" : document.state.text.sliceString(Math.max(0, place - 8), place + 12).replaceAll("\n", "");
  }

  function page(path: string, request: IncomingMessage, response: ServerResponse): void {
    const asset = path.startsWith("/assets/");
    const name = asset ? normalize(path) : "index.html";
    const nonce = randomBytes(16).toString("base64");
    let content: Buffer | string = readFileSync(join(ROOT, name));
    if (!asset) content = content.toString("utf8").replace("__CSP_NONCE__", nonce);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Content-Security-Policy": policy(nonce, request.headers.host!),
    });
    response.end(content);
  }

  let away = false;
  const server = createServer((request, response) => {
    if (away) return void request.socket.destroy();
    answer(request, response).catch((problem: Error) => {
      response.writeHead(500);
      response.end(problem.message);
    });
  });
  const sockets = new WebSocketServer({ server, path: "/api/socket" });
  sockets.on("connection", (socket) => {
    if (away) return socket.terminate();
    let peer: ReturnType<Authority["join"]> | null = null;
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as ClientFrame;
      if (frame.type === "hello") {
        const known = tickets.get(frame.ticket);
        if (known === undefined) return socket.close(4401);
        peer = document.join(known, (out) => socket.send(JSON.stringify(out)));
      }
      if (peer !== null) document.receive(peer, frame);
    });
    socket.on("close", () => peer !== null && document.leave(peer));
  });
  setInterval(() => document.tellHead(), 5000);
  process.on("SIGUSR2", () => {
    away = true;
    document.restart();
    for (const socket of sockets.clients) socket.terminate();
    setTimeout(() => (away = false), 4000);
  });
  server.listen(port, () => console.log(`http://localhost:${port}  (Wang, Li, Zhao, Guest; password = name)`));
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
