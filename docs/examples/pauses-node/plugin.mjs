// A remote plugin for Dianjiao in Node, without packages: a stop after each sentence-final 也, 矣 or 哉; and texts by clauses.
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

function write({ text }) { // each clause with its marks as a string of JSON on a line of its own
  const clauses = text.text.match(/[^。，、；：？！」』\n]*[。，、；：？！」』\n]*/gu).filter((clause) => clause !== '');
  return { content: Buffer.from(clauses.map((clause) => JSON.stringify(clause) + '\n').join('')).toString('base64') };
}

function read({ content, fileName }) {
  const clauses = Buffer.from(content, 'base64').toString('utf8').split('\n').filter((line) => line !== '').map(clauseOf);
  return { title: fileName.replace(/[\x00-\x1f]|\.jsonl$/g, ''), text: clauses.join(''), language: 'lzh', annotations: [] };
}

function clauseOf(line, index) {
  if (!/^"([^"\\\x00-\x1f\x7f-\x9f\ufffd]|\\[nt"\\])*"\r?$/.test(line)) throw new Error(`line ${index + 1}: this is no clause`);
  return JSON.parse(line);
}

const answers = {
  '/plugin': () => plugin,
  '/decided': () => ({}),
  '/analyze': ({ revision, text, focus }) => ({ revision, covered: focus, proposals: proposals(text, focus) }),
  '/write': write,
  '/read': read,
};

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const say = (status, body) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  if (!answers[request.url]) return say(404, { code: 'not-found', message: request.url });
  try {
    say(200, answers[request.url](JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')));
  } catch (failure) { // 422: a file that is not of the format; the person who brought it reads why
    say(request.url === '/read' ? 422 : 500, { code: 'refused', message: failure.message });
  }
}).listen(Number(process.argv[2]), '127.0.0.1');
