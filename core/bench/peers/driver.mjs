// Runs one scenario against one server that already listens, in a process of its own, and prints
// one JSON object. Not called by hand: run.mjs starts it.
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { load } from './adapters/index.mjs';
import { Samples } from './lib/stats.mjs';
import { baseText, editChar, rng, UNIQUE } from './lib/text.mjs';
import { collectedKiB, compilerSeconds, cpuSeconds, machineBusySeconds, rssMiB, sleep } from './lib/proc.mjs';

const cfg = JSON.parse(process.argv[2]);
const peer = await load(cfg.peer);
const now = () => performance.now();

if (cfg.task === 'verify') { // after a restart: which of these edits does the server still have?
  const c = await peer.connect({ port: cfg.port, doc: cfg.doc, dir: cfg.dir, writer: true, hooks: { onAck() {}, onRemote() {} } });
  let text = await c.text(); // some servers answer before they have loaded the document: wait until it stands still
  for (let same = 0; same < 8;) { await sleep(250); const t = await c.text(); if (t === text) same++; else { same = 0; text = t; } }
  const has = new Set(text);
  const { acked } = JSON.parse(fs.readFileSync(cfg.ackedFile, 'utf8'));
  const lost = acked.filter(([id]) => !has.has(editChar(id)));
  const lastAck = acked.reduce((m, [, t]) => Math.max(m, t), 0);
  console.log(JSON.stringify({ ackedEdits: acked.length, lost: lost.length, oldestLostMs: lost.length ? Math.round(lastAck - Math.min(...lost.map(([, t]) => t))) : 0, textLength: text.length }));
  process.exit(0);
}

if (cfg.task === 'memory') { // what does one more document cost that somebody has open, the connection included?
  const hooks = { onAck() {}, onRemote() {} };
  const clients = [];
  const openMore = async (prefix) => {
    const more = Array.from({ length: cfg.docs }, (_, i) => `${prefix}${i}`);
    await peer.seed({ port: cfg.port, docs: more, text: (d) => baseText(cfg.docChars, more.indexOf(d) + 1), dir: cfg.dir });
    for (let i = 0; i < more.length; i += 10) {
      clients.push(...await Promise.all(more.slice(i, i + 10).map((doc) => peer.connect({ port: cfg.port, doc, dir: cfg.dir, writer: true, hooks }))));
    }
    return collectedKiB(cfg.serverPid, cfg.java, cfg.looks);
  };
  const a = await openMore('first'); // of the first ones the server also grows: code, buffers, tables
  const b = await openMore('second');
  const gone = clients.filter((c) => c.wire.closed).length;
  if (gone) throw new Error(`${gone} of ${clients.length} connections were closed`);
  console.log(JSON.stringify({ documents: cfg.docs, firstMiB: Math.round(a / 1024), secondMiB: Math.round(b / 1024), kibPerDocument: Math.round((b - a) / cfg.docs * 10) / 10 }));
  process.exit(0);
}

const { docs, docChars, writers, readers, rate, warmMs, measureMs, closed } = cfg;
const names = Array.from({ length: docs }, (_, i) => `${cfg.scenario.toLowerCase()}x${i}`);
if (cfg.seed) await peer.seed({ port: cfg.port, docs: names, text: (d) => baseText(docChars, names.indexOf(d) + 1), dir: cfg.dir });

// ---- clients ----------------------------------------------------------------------------------
const submitAt = []; const ackAt = []; const docOf = [];
let phase = 0; // 0 warm-up, 1 measured, 2 draining
const measured = []; // per edit: submitted inside the window
const ackLat = new Samples(); const seenLat = new Samples();
let acksInWindow = 0; let seenInWindow = 0; let outstanding = 0; let totalAcks = 0; let totalSeen = 0; let dupAcks = 0; let lastEvent = now();
let nextId = 0;
const r = rng(7 + (cfg.rep ?? 0));

let onWriterAck = null;
function hooksFor(w) {
  return {
    onAck(id) {
      if (id < 0) return;
      const t = now(); lastEvent = t;
      if (ackAt[id] !== undefined) { dupAcks++; return; }
      ackAt[id] = t; totalAcks++; outstanding--;
      if (phase === 1) acksInWindow++;
      if (measured[id]) ackLat.add(t - submitAt[id]);
      onWriterAck?.(w);
    },
    onRemote(id) {
      if (id < 0) return;
      const t = now(); lastEvent = t; totalSeen++;
      if (phase === 1) seenInWindow++;
      if (measured[id]) seenLat.add(t - submitAt[id]);
    },
  };
}
const clients = []; const ws = []; const rs = [];
const jobs = [];
names.forEach((doc, d) => {
  for (let i = 0; i < writers; i++) jobs.push({ doc, d, writer: true });
  for (let i = 0; i < readers; i++) jobs.push({ doc, d, writer: false });
});
for (let i = 0; i < jobs.length; i += 10) {
  await Promise.all(jobs.slice(i, i + 10).map(async (j) => {
    const w = { ...j };
    w.c = await peer.connect({ port: cfg.port, doc: j.doc, writer: j.writer, hooks: hooksFor(w), dir: cfg.dir });
    clients.push(w); (j.writer ? ws : rs).push(w);
  }));
}
await sleep(300);

function edit(w) {
  const id = nextId++;
  measured[id] = phase === 1; docOf[id] = w.d; outstanding++;
  const n = w.c.length();
  const pos = Math.floor(r() * (n + 1));
  submitAt[id] = now();
  w.c.edit(Math.min(pos, n), editChar(id), id);
}

// ---- load -------------------------------------------------------------------------------------
let running = true;
if (closed) {
  onWriterAck = (w) => { if (running) edit(w); };
  for (const w of ws) edit(w);
} else {
  const period = 1000 / rate;
  const start = now();
  for (const w of ws) w.due = start + r() * period;
  const tick = setInterval(() => {
    if (!running) { clearInterval(tick); return; }
    const t = now();
    for (const w of ws) while (w.due <= t) { w.due += period; edit(w); }
  }, 2);
}
const bytes = () => clients.reduce((a, w) => { const b = w.c.bytes(); return { up: a.up + b.up, down: a.down + b.down }; }, { up: 0, down: 0 });
const mark = () => ({ t: now(), srv: cpuSeconds(cfg.serverPid), jit: compilerSeconds(cfg.serverPid), drv: process.cpuUsage(), all: machineBusySeconds(), b: bytes(), rss: rssMiB(cfg.serverPid) });

await sleep(warmMs);
const lag = monitorEventLoopDelay({ resolution: 2 });
lag.enable();
const a = mark(); phase = 1;
await sleep(measureMs);
phase = 2; const b = mark(); lag.disable();
const submitted = measured.filter(Boolean).length;
running = false;

// ---- drain ------------------------------------------------------------------------------------
const alive = () => clients.every((w) => !w.c.wire.closed);
if (cfg.kill) {
  // The server dies at the very moment the last outstanding edit is acknowledged.
  await new Promise((res) => {
    const end = setTimeout(res, 30000);
    const go = () => { if (outstanding === 0) { process.kill(cfg.serverPid, 'SIGKILL'); clearTimeout(end); res(); return true; } return false; };
    if (!go()) onWriterAck = () => { go(); };
  });
  fs.writeFileSync(cfg.ackedFile, JSON.stringify({ acked: ackAt.map((t, id) => [id, t]).filter(([, t]) => t != null) }));
  console.log(JSON.stringify({ acked: totalAcks, unacked: outstanding, doc: names[0] }));
  process.exit(0);
}
const drainFrom = now();
const expectSeen = () => ackAt.reduce((s, t) => s + (t !== undefined ? writers + readers - 1 : 0), 0);
while (now() - drainFrom < 30000 && alive() && (outstanding > 0 || totalSeen < expectSeen())) {
  await sleep(20);
  if (outstanding === 0 && now() - lastEvent > 3000) break;
}
const drainMs = now() - drainFrom;

// ---- do all replicas hold the same text, with every acknowledged edit in it? -------------------
let same = true; let missing = 0; let compared = 0; const errors = new Set();
for (let d = 0; d < docs; d++) {
  const of = [...ws.filter((w) => w.d === d), ...rs.filter((w) => w.d === d).slice(0, 5)];
  const fresh = await peer.connect({ port: cfg.port, doc: names[d], writer: true, hooks: { onAck() {}, onRemote() {} }, dir: cfg.dir });
  const server = await fresh.text(); fresh.close();
  for (const w of of) { compared++; if (await w.c.text() !== server) same = false; }
  const ids = []; for (let id = 0; id < nextId; id++) if (docOf[id] === d && ackAt[id] !== undefined) ids.push(id);
  if (nextId <= UNIQUE) { const has = new Set(server); for (const id of ids) if (!has.has(editChar(id))) missing++; }
  if (outstanding === 0 && server.length !== docChars + ids.length) same = false;
}
for (const w of clients) if (w.c.error) errors.add(String(w.c.error));

const secs = (b.t - a.t) / 1000;
const drv = (b.drv.user + b.drv.system - a.drv.user - a.drv.system) / 1e6;
const srv = b.srv - a.srv;
const acked = acksInWindow;
const round = (x, k = 2) => Math.round(x * 10 ** k) / 10 ** k;
console.log(JSON.stringify({
  secs: round(secs), submitted, offered: round(submitted / secs, 1), ackedPerSec: round(acked / secs, 1), deliveredPerSec: round(seenInWindow / secs, 1),
  ack: ackLat.summary(), seen: seenLat.summary(),
  serverCpu: round(srv), serverCores: round(srv / secs), driverCores: round(drv / secs), otherCores: round(Math.max(0, b.all - a.all - srv - drv) / secs),
  compilerCpuMsPerAck: acked ? round((b.jit - a.jit) * 1000 / acked, 3) : null,
  serverCpuMsPerAck: acked ? round(srv * 1000 / acked, 3) : null,
  rssMiB: b.rss.rss, rssPeakMiB: rssMiB(cfg.serverPid).peak,
  bytesUpPerEdit: acked ? round((b.b.up - a.b.up) / acked, 0) : null,
  bytesDownPerDelivery: seenInWindow ? round((b.b.down - a.b.down) / (seenInWindow + acked), 0) : null,
  wireKiBPerSec: round((b.b.up + b.b.down - a.b.up - a.b.down) / 1024 / secs, 1),
  driverLagP99ms: round(lag.percentile(99) / 1e6), unacked: outstanding, dupAcks, drainMs: round(drainMs, 0),
  undelivered: Math.max(0, expectSeen() - totalSeen), converged: same && outstanding === 0, compared, ackedMissing: missing,
  errors: [...errors].slice(0, 3), dead: !alive(),
}));
for (const w of clients) w.c.close();
process.exit(0);
