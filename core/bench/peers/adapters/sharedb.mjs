// ShareDB over its WebSocket JSON protocol (handshake, subscribe, one op in flight, the rest composed).
// The client keeps the document length and a log of what was applied; text() replays the log.
import { createRequire } from 'node:module';
import { open, until } from '../lib/socket.mjs';
import { ChunkText } from '../lib/text.mjs';

const require = createRequire(import.meta.url);
const { type } = require('ot-text-unicode');
const COLL = 'texts';
const members = new Map(); // "src:seq" -> edit ids in that op

class Client {
  constructor(doc, hooks) {
    this.doc = doc; this.hooks = hooks; this.v = -1; this.len = 0; this.log = []; this.seq = 1;
    this.inflight = null; this.pending = null; this.base = ''; this.early = [];
  }
  async connect(port) {
    this.wire = await open(`ws://127.0.0.1:${port}/`, (m) => this.message(JSON.parse(m)));
    this.wire.send(JSON.stringify({ a: 'hs', id: null, protocol: 1, protocolMinor: 2 }));
    await until(() => this.src, 20000, 'sharedb handshake');
  }
  async subscribe() {
    this.wire.send(JSON.stringify({ a: 's', c: COLL, d: this.doc, v: null }));
    await until(() => this.v >= 0, 20000, 'sharedb subscribe');
  }
  message(m) {
    if (m.error) { this.error = m.error; return; }
    if (m.a === 'hs') { this.src = m.id; return; }
    if (m.a === 's') {
      this.base = m.data?.data ?? ''; this.len = this.base.length; this.v = m.data.v;
      const e = this.early; this.early = null;
      for (const x of e) this.message(x);
      return;
    }
    if (m.a !== 'op' || m.d !== this.doc) return;
    if (m.create || this.creating === m.seq) { this.created = true; if (this.v < 0) return; }
    if (this.early && this.v < 0) { this.early.push(m); return; }
    if (m.src === this.src && this.inflight && m.seq === this.inflight.seq) {
      const { ids } = this.inflight;
      this.v = m.v + 1;
      this.inflight = null;
      for (const id of ids) this.hooks.onAck(id);
      if (this.pending) this.flush();
      return;
    }
    if (m.v < this.v) return;
    if (m.v > this.v) { this.error = `gap: at ${this.v}, got ${m.v}`; }
    let op = m.op;
    if (op) {
      if (this.inflight) {
        const mine = type.transform(this.inflight.op, op, 'left');
        op = type.transform(op, this.inflight.op, 'right');
        this.inflight.op = mine;
      }
      if (this.pending) {
        const mine = type.transform(this.pending.op, op, 'left');
        op = type.transform(op, this.pending.op, 'right');
        this.pending.op = mine;
      }
      this.apply(op);
    }
    this.v = m.v + 1;
    const ids = members.get(`${m.src}:${m.seq}`);
    if (ids) for (const id of ids) this.hooks.onRemote(id);
  }
  apply(op) {
    this.log.push(op);
    for (const c of op) {
      if (typeof c === 'string') this.len += c.length;
      else if (typeof c === 'object') this.len -= typeof c.d === 'number' ? c.d : c.d.length;
    }
  }
  length() { return this.len; }
  edit(pos, ch, id) {
    const op = pos ? [pos, ch] : [ch];
    this.apply(op);
    if (this.pending) { this.pending.op = type.compose(this.pending.op, op); this.pending.ids.push(id); }
    else this.pending = { op, ids: [id] };
    if (!this.inflight) this.flush();
  }
  flush() {
    const p = this.pending; this.pending = null;
    this.inflight = { ...p, seq: this.seq++ };
    members.set(`${this.src}:${this.inflight.seq}`, p.ids);
    this.wire.send(JSON.stringify({ a: 'op', c: COLL, d: this.doc, v: this.v, seq: this.inflight.seq, x: {}, op: p.op }));
  }
  async text() {
    const t = new ChunkText(this.base);
    for (const op of this.log) {
      let p = 0;
      for (const c of op) {
        if (typeof c === 'number') p += c;
        else if (typeof c === 'string') { t.splice(p, 0, c); p += c.length; }
        else t.splice(p, typeof c.d === 'number' ? c.d : c.d.length, '');
      }
    }
    return t.toString();
  }
  bytes() { return this.wire.bytes(); }
  close() { this.wire.close(); }
}

function make(db, label, durable, synced = false) {
  return {
    label,
    synced,
    packages: ['sharedb', 'ot-text-unicode', 'ws'],
    durable,
    server: ({ port, dir }) => ({ args: ['servers/sharedb.mjs', String(port), db, dir] }),
    async seed({ port, docs, text }) {
      const c = new Client(null, {});
      await c.connect(port);
      for (const d of docs) {
        c.doc = d; c.created = false; c.creating = c.seq; c.v = -1;
        c.wire.send(JSON.stringify({ a: 'op', c: COLL, d, v: 0, seq: c.seq++, x: {}, create: { type: type.uri, data: text(d) } }));
        await until(() => c.created || c.error, 20000, 'sharedb create');
        if (c.error) throw new Error(JSON.stringify(c.error));
      }
      c.close();
    },
    async connect({ port, doc, hooks }) {
      const c = new Client(doc, hooks);
      await c.connect(port);
      await c.subscribe();
      return c;
    },
  };
}

export const memory = make('memory', 'ShareDB (in-memory DB)', 'none: MemoryDB');
export const sqlite = make('sqlite', 'ShareDB (SQLite WAL, synchronous=FULL, group commit)', 'fsync before ack', true);
