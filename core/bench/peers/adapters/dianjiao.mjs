// This server, by docs/protocol.md: sign in, a ticket for each socket, hello, open; then submits, one in flight, of
// one update for each edit, as our editor sends them. The own change in a `changes` frame is the acknowledgement.
import fs from 'node:fs';
import path from 'node:path';
import { ChangeSet } from '@codemirror/state';
import { open, until } from '../lib/socket.mjs';
import { ChunkText } from '../lib/text.mjs';

const root = path.resolve(import.meta.dirname, '../../../..');
const edits = new Map(); // "client:sequence" -> edit id
let nextClient = 1;

// Everybody gets the same frame, and all clients are in this process: it is parsed once, so that the driver is not the limit.
const parsed = new Map();
function parse(text) {
  let m = parsed.get(text);
  if (m === undefined) {
    m = JSON.parse(text);
    if (parsed.size >= 64) parsed.delete(parsed.keys().next().value);
    parsed.set(text, m);
  }
  return m;
}

// Nobody types as fast as the driver, and it is one account at one address: the limits of a person's pace and connections are lifted.
const SETTINGS = ['limits:', 'messages-per-second: 1000000', 'message-burst: 1000000', 'outbound-bytes: 67108864',
  'sockets-per-account: 10000', 'sockets-per-address: 10000'].join('\n  ');

class Client {
  constructor(doc, hooks, writer) {
    this.doc = doc; this.hooks = hooks; this.writer = writer;
    this.name = `peer-${process.pid}-${String(nextClient++).padStart(8, '0')}`;
    this.revision = -1; this.sequence = 0; this.len = 0; this.log = []; this.unconfirmed = []; this.inFlight = 0;
  }
  async connect(port, ticket) {
    this.wire = await open(`ws://127.0.0.1:${port}/api/socket`, (m) => this.message(parse(m)));
    this.wire.send(JSON.stringify({ type: 'hello', protocol: 1, ticket }));
    this.wire.send(JSON.stringify({ type: 'open', document: this.doc, client: this.name }));
    await until(() => this.revision >= 0 || this.error, 20000, 'dianjiao opened');
  }
  message(m) {
    if (m.type === 'changes') this.changes(m);
    else if (m.type === 'opened') { this.base = m.text; this.len = m.text.length; this.revision = m.revision; this.sequence = m.sequence; }
    else if (m.type === 'refused' || m.type === 'failed' || m.type === 'closed') this.error = `${m.type}: ${m.message}`;
  }
  changes(m) {
    let at = m.first;
    if (at > this.revision + 1) this.error = `gap: at ${this.revision}, got ${at}`;
    for (const told of m.changes) {
      if (at++ !== this.revision + 1) continue;
      this.revision++;
      if (told.client === this.name) this.confirmed(told);
      else {
        this.remote(told);
        const id = edits.get(`${told.client}:${told.sequence}`);
        if (id !== undefined) this.hooks.onRemote(id);
      }
    }
    if (!this.inFlight && this.unconfirmed.length) this.submit();
  }
  confirmed(told) {
    const own = this.unconfirmed.shift();
    this.inFlight--;
    if (++this.sequence !== told.sequence) this.error = `number ${told.sequence} after ${this.sequence - 1}`;
    this.hooks.onAck(own.id);
  }
  remote(told) {
    let others = told.set ??= ChangeSet.fromJSON(told.changes);
    if (!this.writer) { this.log.push(others); return; } // a reader has nothing to rebase
    for (const own of this.unconfirmed) {
      const mapped = own.changes.map(others);
      others = others.map(own.changes, true);
      own.changes = mapped;
    }
    this.len = others.newLength;
    this.log.push(others);
  }
  length() { return this.len; }
  edit(pos, ch, id) {
    const changes = ChangeSet.of({ from: pos, insert: ch }, this.len);
    this.len = changes.newLength;
    this.log.push(changes);
    this.unconfirmed.push({ changes, id });
    if (!this.inFlight) this.submit();
  }
  submit() {
    this.inFlight = this.unconfirmed.length;
    this.unconfirmed.forEach((own, i) => edits.set(`${this.name}:${this.sequence + 1 + i}`, own.id));
    this.wire.send(JSON.stringify({
      type: 'submit', document: this.doc, client: this.name, sequence: this.sequence + 1, base: this.revision,
      updates: this.unconfirmed.map((own) => ({ changes: own.changes.toJSON(), effects: [] })),
    }));
  }
  async text() {
    const t = new ChunkText(this.base);
    for (const changes of this.log) {
      let shift = 0;
      changes.iterChanges((fromA, toA, _b, _c, ins) => { t.splice(fromA + shift, toA - fromA, ins.toString()); shift += ins.length - (toA - fromA); });
    }
    return t.toString();
  }
  bytes() { return this.wire.bytes(); }
  close() { this.wire.close(); }
}

// ---- over HTTP, as the first administrator; what is needed after a restart is kept in a file ----
async function call(port, method, where, cookie, body, type = 'application/json') {
  const answer = await fetch(`http://127.0.0.1:${port}${where}`, {
    method, headers: { 'X-Dianjiao': '1', 'Content-Type': type, ...(cookie ? { Cookie: cookie } : {}) }, body: type === 'text/plain' ? body : JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${await answer.text()}`);
  return answer;
}
const offices = new Map(); // by folder: a driver may make documents twice
const file = (dir) => path.join(dir, 'office.json');
function office(dir) {
  if (!offices.has(dir)) offices.set(dir, JSON.parse(fs.readFileSync(file(dir), 'utf8')));
  return offices.get(dir);
}
async function signIn(port, dir) {
  const token = /setup\?token=(\S+)/.exec(fs.readFileSync(path.join(dir, 'server.log'), 'utf8'))[1];
  const answer = await call(port, 'POST', '/api/setup', null, { token, name: 'load', password: 'no person has this' });
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const project = (await (await call(port, 'POST', '/api/projects', cookie, { name: 'load' })).json()).id;
  offices.set(dir, { cookie, project, documents: {} });
}

export const sqlite = {
  label: 'Dianjiao (SQLite WAL, synchronous=FULL, group commit)',
  packages: [],
  java: true,
  synced: true,
  durable: 'fsync before ack and before broadcast',
  readyPath: '/readyz',
  server({ port, dir }) {
    if (!process.env.DIANJIAO_CLASS_PATH) throw new Error('DIANJIAO_CLASS_PATH is not set: start this with Maven, see README.md');
    fs.writeFileSync(path.join(dir, 'settings.yaml'), SETTINGS);
    const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';
    const more = (process.env.DIANJIAO_JAVA_OPTIONS ?? '').split(' ').filter(Boolean);
    return { cmd: java, args: [`@${root}/config/java.options`, ...more, `-Ddianjiao.home=${dir}`, `-Dlogback.configurationFile=${root}/config/logback.xml`,
      '-cp', process.env.DIANJIAO_CLASS_PATH, 'org.dianjiao.cli.Dianjiao', 'serve', '--no-demo', `--port=${port}`,
      `--config=${dir}/settings.yaml`, `--data=${dir}/data`] };
  },
  async seed({ port, docs, text, dir }) {
    if (!fs.existsSync(file(dir))) await signIn(port, dir);
    const o = office(dir);
    for (const d of docs) {
      const made = await call(port, 'POST', `/api/projects/${o.project}/documents?title=${encodeURIComponent(d)}`, o.cookie, text(d), 'text/plain');
      o.documents[d] = (await made.json()).id;
    }
    fs.writeFileSync(file(dir), JSON.stringify(o));
  },
  async connect({ port, doc, writer, hooks, dir }) {
    const o = office(dir);
    const { ticket } = await (await call(port, 'POST', '/api/ticket', o.cookie)).json();
    const c = new Client(o.documents[doc], hooks, writer);
    await c.connect(port, ticket);
    return c;
  },
};
