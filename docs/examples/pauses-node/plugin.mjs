// A remote plugin for Dianjiao in Node, without packages: a stop after each sentence-final 也, 矣 or 哉.
//
//     node plugin.mjs 9402
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const plugin = JSON.parse(readFileSync(new URL('plugin.json', import.meta.url), 'utf8'));
const marks = '。，、；：？！」』';
const joins = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u; // belongs to the character before it

function proposals(text, { start, end }) {
  const found = [];
  for (let at = start; at < end; at++) { // offsets count UTF-16 units, as strings here do
    const next = text.slice(at + 1, at + 3);
    if ('也矣哉'.includes(text[at]) && !(next && marks.includes(next[0])) && !joins.test(next)) {
      found.push({
        category: 'mark',
        range: { start: at + 1, end: at + 1 },
        candidates: [{ action: { is: 'replace', text: '。' }, confidence: 0.8, label: '。' }],
        explanation: `${text[at]} often ends a sentence`,
        evidence: [],
      });
    }
  }
  return found;
}

function answer(path, asked) {
  switch (path) {
    case '/plugin':
      return plugin;
    case '/decided':
      return {};
    case '/analyze':
      return { revision: asked.revision, covered: asked.focus, proposals: proposals(asked.text, asked.focus) };
    default:
      return undefined;
  }
}

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString('utf8');
  const found = answer(request.url, body ? JSON.parse(body) : {});
  response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(found ?? { code: 'not-found', message: request.url }));
}).listen(Number(process.argv[2]), '127.0.0.1');
