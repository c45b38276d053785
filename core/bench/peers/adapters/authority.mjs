// The reference protocol (see servers/authority.mjs), and the pattern for our own server's adapter.
// open -> snap; push{v,c,s,u} -> ops{v,u:[[c,s,change],...]} to all clients of the document, the author
// too: its own update in it is the ack. One push in flight, later edits are composed into the next.
import { ChangeSet } from '@codemirror/state';
import { open, until } from '../lib/socket.mjs';
import { ChunkText } from '../lib/text.mjs';

const members = new Map(); // "client:seq" -> edit ids
let nextClient = 1;

export class Client {
  constructor(doc, hooks, writer) {
    this.doc = doc; this.hooks = hooks; this.writer = writer; this.c = `c${process.pid.toString(36)}-${nextClient++}`;
    this.v = -1; this.seq = 1; this.len = 0; this.log = []; this.inflight = null; this.pending = null;
  }
  async connect(port, path = '/') {
    this.wire = await open(`ws://127.0.0.1:${port}${path}`, (m) => this.message(JSON.parse(m)));
    this.wire.send(JSON.stringify({ t: 'open', d: this.doc, c: this.c, role: this.writer ? 'editor' : 'reader' }));
    await until(() => this.v >= 0, 20000, 'snapshot');
  }
  message(m) {
    if (m.t === 'ops') {
      if (m.v !== this.v) { this.error = `gap: at ${this.v}, got ${m.v}`; return; }
      for (const [c, q, j] of m.u) {
        this.v++;
        if (c === this.c) this.acked(q);
        else {
          this.remote(j);
          const ids = members.get(`${c}:${q}`);
          if (ids) for (const id of ids) this.hooks.onRemote(id);
        }
      }
      if (!this.inflight && this.pending) this.flush();
    } else if (m.t === 'ack') {
      this.acked(m.s); // only for a push the server had already
      if (this.pending) this.flush();
    } else if (m.t === 'snap') { this.base = m.text; this.len = m.text.length; this.v = m.v; }
    else if (m.t === 'reject') this.error = m.why;
  }
  acked(s) {
    const p = this.inflight;
    if (!p || p.seq !== s) { this.error = `unexpected ack ${s}`; return; }
    this.inflight = null;
    for (const id of p.ids) this.hooks.onAck(id);
  }
  remote(j) {
    if (!this.writer) { this.log.push(j); return; } // a reader has nothing to rebase
    let c = ChangeSet.fromJSON(j);
    for (const p of [this.inflight, this.pending]) {
      if (!p) continue;
      const mine = p.changes.map(c);
      c = c.map(p.changes, true);
      p.changes = mine;
    }
    this.len = c.newLength;
    this.log.push(c);
  }
  length() { return this.len; }
  edit(pos, ch, id) {
    const c = ChangeSet.of({ from: pos, insert: ch }, this.len);
    this.len = c.newLength;
    this.log.push(c);
    if (this.pending) { this.pending.changes = this.pending.changes.compose(c); this.pending.ids.push(id); }
    else this.pending = { changes: c, ids: [id] };
    if (!this.inflight) this.flush();
  }
  flush() {
    this.inflight = { ...this.pending, seq: this.seq++ }; this.pending = null;
    members.set(`${this.c}:${this.inflight.seq}`, this.inflight.ids);
    this.wire.send(JSON.stringify({ t: 'push', d: this.doc, v: this.v, c: this.c, s: this.inflight.seq, u: [this.inflight.changes.toJSON()] }));
  }
  async text() {
    const t = new ChunkText(this.base);
    for (const x of this.log) {
      const c = Array.isArray(x) ? ChangeSet.fromJSON(x) : x;
      let shift = 0;
      c.iterChanges((fromA, toA, _b, _c, ins) => { t.splice(fromA + shift, toA - fromA, ins.toString()); shift += ins.length - (toA - fromA); });
    }
    return t.toString();
  }
  bytes() { return this.wire.bytes(); }
  close() { this.wire.close(); }
}

export async function seedReference({ port, docs, text }) {
  const made = new Set();
  const wire = await open(`ws://127.0.0.1:${port}/`, (m) => { const j = JSON.parse(m); if (j.t === 'created') made.add(j.d); });
  for (const d of docs) wire.send(JSON.stringify({ t: 'create', d, text: text(d) }));
  await until(() => made.size === docs.length, 20000, 'create');
  wire.close();
}

function make(store, label, durable) {
  return {
    label,
    synced: store !== 'memory',
    reference: true,
    packages: ['@codemirror/collab', '@codemirror/state', 'ws'],
    durable,
    server: ({ port, dir }) => ({ args: ['servers/authority.mjs', String(port), store, dir] }),
    seed: seedReference,
    async connect({ port, doc, writer, hooks }) { const c = new Client(doc, hooks, writer); await c.connect(port); return c; },
  };
}

export const memory = make('memory', 'Reference authority (Node, @codemirror/collab, no disk)', 'none');
export const log = make('log', 'Reference authority (Node, append-only log, group fdatasync)', 'fsync before ack and before broadcast');
export const sqlite = make('sqlite', 'Reference authority (Node, SQLite WAL synchronous=FULL, group commit)', 'fsync before ack and before broadcast');
