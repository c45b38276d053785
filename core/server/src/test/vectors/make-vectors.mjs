// Makes golden vectors with the real library: what @codemirror/state and @codemirror/collab answer,
// one JSON object a line, gzipped. The tests of the room `text` replay every line.
//
//   npm ci && node make-vectors.mjs [--seed 1858] [--count 2000] [--sessions 0] [--out FILE] [--modules DIR]
//
// --count is the number of cases of each kind but "session", --sessions that of whole sessions. The same seed and counts
// make the same lines. --modules names another package whose CodeMirror is taken, as ../../../../../webapp.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1858" },
    count: { type: "string", default: "2000" },
    sessions: { type: "string", default: "0" },
    modules: { type: "string" },
    out: {
      type: "string",
      default: fileURLToPath(new URL("../resources/vectors/algebra.jsonl.gz", import.meta.url)),
    },
  },
});

const load = createRequire(
  options.modules === undefined ? import.meta.url : resolve(options.modules, "package.json"),
);
const { collab, rebaseUpdates, receiveUpdates, sendableUpdates, getSyncedVersion } = load("@codemirror/collab");
const { ChangeSet, EditorState, MapMode, StateEffect, Text } = load("@codemirror/state");

// Mulberry32: small, seeded, the same everywhere.
let state = Number(options.seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(random() * limit);
const oneOf = (list) => list[below(list.length)];

// Astral characters, variation selectors (also alone), line feeds, and what else a text is made of.
const CHARACTERS = [
  ..."天津條約大清國皇上，。「」a b",
  "𠲽", "𠸄", "😀",
  "辻\u{E0100}", "葛\u{E0101}", "㐂\uFE00", "\u{E0101}", "\uFE0F",
  "\n", "\n", "\u3000",
];

function randomText(longest) {
  let text = "";
  for (let left = below(longest + 1); left > 0; left--) text += oneOf(CHARACTERS);
  return text;
}

function randomOffset(text) {
  const offset = below(text.length + 1);
  const low = text.charCodeAt(offset);
  return low >= 0xdc00 && low < 0xe000 ? offset - 1 : offset;
}

// One to four edits in any order; often side by side, often at the same place.
function randomEdits(text) {
  const edits = [];
  let place = randomOffset(text);
  for (let left = 1 + below(4); left > 0; left--) {
    const other = random() < 0.3 ? place : randomOffset(text);
    const from = Math.min(place, other);
    const to = Math.max(place, other);
    edits.push([from, to, random() < 0.3 ? "" : randomText(4)]);
    place = random() < 0.4 ? to : randomOffset(text);
  }
  return random() < 0.5 ? edits.sort((a, b) => a[0] - b[0] || a[1] - b[1]) : edits;
}

const changeSetOf = (edits, length) =>
  ChangeSet.of(edits.map(([from, to, insert]) => ({ from, to, insert })), length);

const applied = (changes, text) => changes.apply(Text.of(text.split("\n"))).toString();

// One change set, or several composed, or nothing, or a replacement of everything.
function randomChanges(text) {
  if (random() < 0.03) return ChangeSet.empty(text.length);
  if (random() < 0.03) return changeSetOf([[0, text.length, randomText(5)]], text.length);
  let changes = changeSetOf(randomEdits(text), text.length);
  while (random() < 0.3) {
    const between = applied(changes, text);
    changes = changes.compose(changeSetOf(randomEdits(between), between.length));
  }
  return changes;
}

const MODES = {
  simple: MapMode.Simple,
  trackDelete: MapMode.TrackDel,
  trackBefore: MapMode.TrackBefore,
  trackAfter: MapMode.TrackAfter,
};

function positions(changes, association, mode) {
  const mapped = [];
  for (let at = 0; at <= changes.length; at++) mapped.push(changes.mapPos(at, association, mode));
  return mapped;
}

function changedRanges(changes, individual) {
  const ranges = [];
  changes.iterChanges(
    (fromA, toA, fromB, toB, inserted) => ranges.push([fromA, toA, fromB, toB, inserted.toString()]),
    individual,
  );
  return ranges;
}

function touchedRanges(changes) {
  const ranges = [];
  for (let i = 0; i < 6; i++) {
    const a = below(changes.length + 1);
    const b = below(changes.length + 1);
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    ranges.push([from, to, changes.touchesRange(from, to) !== false]);
  }
  return ranges;
}

const kinds = {
  of() {
    const text = randomText(14);
    const edits = randomEdits(text);
    return { length: text.length, edits, result: changeSetOf(edits, text.length) };
  },

  apply() {
    const text = randomText(20);
    const changes = randomChanges(text);
    return {
      text,
      changes,
      length: changes.length,
      newLength: changes.newLength,
      empty: changes.empty,
      sections: changes.toString(),
      result: applied(changes, text),
      inverse: changes.invert(Text.of(text.split("\n"))),
      together: changedRanges(changes, false),
      individual: changedRanges(changes, true),
    };
  },

  compose() {
    const text = randomText(16);
    const first = randomChanges(text);
    const second = randomChanges(applied(first, text));
    return { text, first, second, result: first.compose(second) };
  },

  map() {
    const text = randomText(16);
    const moved = randomChanges(text);
    const over = randomChanges(text);
    return { text, moved, over, behind: moved.map(over), before: moved.map(over, true) };
  },

  positions() {
    const changes = randomChanges(randomText(12));
    const answer = { changes, touched: touchedRanges(changes) };
    for (const [name, mode] of Object.entries(MODES)) {
      answer[name] = [positions(changes, -1, mode), positions(changes, 1, mode)];
    }
    return answer;
  },

  // Updates of one client, made one after the other, against what the authority accepted since:
  // updates of others, and in many cases some of the same client's that it did not hear back about.
  rebase() {
    const text = randomText(16);
    const updates = [];
    let local = text;
    for (let left = 1 + below(4); left > 0; left--) {
      const changes = randomChanges(local);
      local = applied(changes, local);
      updates.push({ clientID: "own", changes, effects: [mark.of(below(local.length + 1))] });
    }
    const over = [];
    let head = text;
    const accepted = random() < 0.5 ? 0 : below(updates.length + 1);
    for (let own = 0, others = below(5); own < accepted || others > 0; ) {
      let next;
      if (own < accepted && (others === 0 || random() < 0.5)) {
        next = rebased(updates, over)[0];
        own++;
      } else {
        next = { clientID: oneOf(["ann", "bob"]), changes: randomChanges(head) };
        others--;
      }
      head = applied(next.changes, head);
      over.push(next);
    }
    const result = rebased(updates, over);
    return {
      text,
      head,
      updates: updates.map(plain),
      over: over.map(plain),
      result: result.map(plain),
      end: result.reduce((at, update) => applied(update.changes, at), head),
    };
  },

  // A session: editors with the real collab extension, and an authority between them that takes frozen batches, some
  // of them twice. What the editors hold at the end is part of the answer.
  session() {
    const text = randomText(12);
    const log = [];
    const frames = [];
    const editors = ["ann", "bob", "cai", "dan"].slice(0, 2 + below(3)).map((client) => ({
      client,
      frozen: undefined,
      state: EditorState.create({ doc: text, extensions: collab({ clientID: client }) }),
    }));
    const type = (editor) => {
      const changes = randomChanges(editor.state.doc.toString());
      if (!changes.empty) editor.state = editor.state.update({ changes }).state;
    };
    const submit = (editor) => {
      const updates = sendableUpdates(editor.state);
      if (editor.frozen === undefined && updates.length > 0) {
        editor.frozen = { client: editor.client, base: getSyncedVersion(editor.state), updates, left: updates.length };
      }
      if (editor.frozen === undefined) return;
      const { client, base, updates: sent } = editor.frozen;
      frames.push({ client, base, updates: sent.map(({ changes }) => changes) });
      const clean = sent.map(({ changes }) => ({ clientID: client, changes }));
      log.push(...rebased(clean, log.slice(base)));
    };
    const receive = (editor, most) => {
      for (const update of log.slice(getSyncedVersion(editor.state)).slice(0, most)) {
        editor.state = receiveUpdates(editor.state, [update]).state;
        if (update.clientID === editor.client && --editor.frozen.left === 0) editor.frozen = undefined;
      }
    };
    for (let left = 10 + below(40); left > 0; left--) {
      const editor = oneOf(editors);
      oneOf([type, type, submit, receive])(editor, 1 + below(4));
    }
    for (let round = 0; round < 2; round++) {
      for (const editor of editors) {
        receive(editor, log.length);
        submit(editor);
        receive(editor, log.length);
        submit(editor);
      }
    }
    editors.forEach((editor) => receive(editor, log.length));
    return {
      text,
      frames,
      log: log.map(({ clientID, changes }) => ({ client: clientID, changes })),
      ends: editors.map((editor) => editor.state.doc.toString()),
    };
  },
};

// one accepted change after the other, as a client gets them
const rebased = (updates, over) => over.reduce((late, one) => rebaseUpdates(late, [one]), updates);

const mark = StateEffect.define({ map: (at, changes) => changes.mapPos(at, 1) });

const plain = ({ clientID, changes, effects }) => ({
  client: clientID,
  changes,
  marks: (effects ?? []).map((effect) => effect.value),
});

const lines = [];
for (const [kind, make] of Object.entries(kinds)) {
  const count = Number(kind === "session" ? options.sessions : options.count);
  for (let i = 0; i < count; i++) lines.push(JSON.stringify({ kind, ...make() }));
}
writeFileSync(options.out, gzipSync(lines.join("\n") + "\n", { level: 9 }));
console.log(`${lines.length} vectors in ${options.out}`);
