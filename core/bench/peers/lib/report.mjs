// The figures of all runs as Markdown. Of several runs of a scenario each figure is the best one, with the range behind it:
// the work is the same each time, and what else happens on the machine only makes a figure worse. Of losses and of
// failures to converge the worst counts.
const OURS = 'dianjiao';
const number = (x, digits) => (x == null || !Number.isFinite(x) ? '–' : x.toFixed(digits));

function values(results, peer, scenario, pick) {
  return results.filter((r) => r.peer === peer && r.scenario === scenario && !r.failed).map(pick).filter((x) => x != null);
}
const low = (list) => (list.length ? Math.min(...list) : null);
const high = (list) => (list.length ? Math.max(...list) : null);
const shown = (list, best, digits) => (list.length < 2 ? number(best(list), digits) : `${number(best(list), digits)} (${number(low(list), digits)}–${number(high(list), digits)})`);

const COLUMNS = [
  ['acked edits/s', high, (r) => r.ackedPerSec, 0],
  ['ack p50 ms', low, (r) => r.ack.p50, 2],
  ['ack p99 ms', low, (r) => r.ack.p99, 2],
  ['seen p50 ms', low, (r) => r.seen.p50, 2],
  ['seen p99 ms', low, (r) => r.seen.p99, 2],
  ['server CPU ms/edit', low, (r) => r.serverCpuMsPerAck, 3],
  ['of it compilers', low, (r) => r.compilerCpuMsPerAck, 3],
  ['server cores', low, (r) => r.serverCores, 2],
  ['driver cores', low, (r) => r.driverCores, 2],
  ['other cores', low, (r) => r.otherCores, 2],
];

function typing(results, peers, scenario) {
  const lines = [`| peer | ${COLUMNS.map(([name]) => name).join(' | ')} | converged |`, `|---|${COLUMNS.map(() => '---|').join('')}---|`];
  for (const peer of peers) {
    const all = results.filter((r) => r.peer === peer && r.scenario === scenario);
    if (!all.length) continue;
    const failed = all.filter((r) => r.failed); const apart = all.filter((r) => !r.failed && !r.converged);
    const state = failed.length ? `failed: ${failed[0].failed.slice(0, 60).replace(/[|\n]/g, ' ')}` : apart.length ? `NO (${apart[0].errors[0] ?? `${apart[0].unacked} unacked`})`.replace(/[|\n]/g, ' ') : 'yes';
    lines.push(`| ${peer} | ${COLUMNS.map(([, best, pick, digits]) => shown(values(results, peer, scenario, pick), best, digits)).join(' | ')} | ${state} |`);
  }
  return lines.join('\n');
}
function memory(results, peers) {
  const lines = ['| peer | KiB for one more open document | all of the server, MiB |', '|---|---|---|'];
  for (const r of results.filter((x) => x.scenario === 'M' && peers.includes(x.peer))) {
    lines.push(r.failed ? `| ${r.peer} | failed: ${r.failed.slice(0, 60).replace(/[|\n]/g, ' ')} | |` : `| ${r.peer} | ${number(r.kibPerDocument, 1)} | ${r.secondMiB} with ${2 * r.documents} open |`);
  }
  return lines.join('\n');
}
function losses(results) {
  const lines = ['| peer | acknowledged edits | lost by kill -9 |', '|---|---|---|'];
  for (const r of results.filter((x) => x.scenario === 'D')) {
    lines.push(r.failed ? `| ${r.peer} | failed | ${r.failed.slice(0, 60).replace(/[|\n]/g, ' ')} |` : `| ${r.peer} | ${r.ackedEdits} | ${r.lost}${r.gone ? ' (the whole document)' : ''} |`);
  }
  return lines.join('\n');
}

function goals(meta, results, fdatasync) {
  const peers = Object.keys(meta.peers).filter((p) => p !== OURS && !meta.peers[p].reference);
  const rows = [];
  const best = (among, scenario, pick, of) => {
    const list = among.map((p) => [p, of(values(results, p, scenario, pick))]).filter(([, x]) => x != null);
    return list.length ? list.reduce((a, b) => (of([a[1], b[1]]) === b[1] ? b : a)) : null;
  };
  const row = (what, ours, goal, kept) => rows.push(`| ${what} | ${ours} | ${goal} | ${kept ? 'yes' : '**no**'} |`);
  const acked = high(values(results, OURS, 'S3', (r) => r.ackedPerSec));
  const synced = best(peers.filter((p) => meta.peers[p].synced), 'S3', (r) => r.ackedPerSec, high);
  const unsynced = best(peers.filter((p) => !meta.peers[p].synced), 'S3', (r) => r.ackedPerSec, high);
  if (acked != null && synced) row('S3, acked edits/s', number(acked, 0), `≥ 20 × ${number(synced[1], 0)} (${synced[0]}, on disk before it acknowledges)`, acked >= 20 * synced[1]);
  if (acked != null && unsynced) {
    const limit = 10 / (fdatasync / 1000);
    row('S3, acked edits/s', number(acked, 0), `≥ ${number(unsynced[1], 0)} (${unsynced[0]}, not on disk), or ≥ 80 % of ${number(limit, 0)} = 10 writers ÷ one fdatasync`, acked >= unsynced[1] || acked >= 0.8 * limit);
  }
  for (const scenario of ['S1C50', 'S2']) {
    const ours = low(values(results, OURS, scenario, (r) => r.seen.p99));
    const other = best(peers, scenario, (r) => r.seen.p99, low);
    if (ours != null && other) row(`${scenario}, submit→seen p99 ms`, number(ours, 2), `≤ ${number(other[1], 2)} (${other[0]}) + ${number(fdatasync, 2)}`, ours <= other[1] + fdatasync);
  }
  for (const scenario of ['S1C50', 'S2', 'S3']) {
    const ours = low(values(results, OURS, scenario, (r) => r.serverCpuMsPerAck));
    const other = best(peers, scenario, (r) => r.serverCpuMsPerAck, low);
    if (ours != null && other) row(`${scenario}, server CPU ms per acked edit`, number(ours, 3), `≤ ${number(other[1], 3)} (${other[0]})`, ours <= other[1]);
  }
  const ours = low(values(results, OURS, 'M', (r) => r.kibPerDocument));
  const other = best(peers, 'M', (r) => r.kibPerDocument, low);
  if (ours != null && other) row('KiB for one more open document', number(ours, 1), `≤ ${number(other[1], 1)} (${other[0]})`, ours <= other[1]);
  return rows.length ? ['| what | ours | goal | kept |', '|---|---|---|---|', ...rows].join('\n') : '';
}

const TITLES = {
  S1C10: 'S1C10: 10 writers, 10 readers', S1C50: 'S1C50: one document of 20,000 characters, 50 writers with 5 edits a second each, 50 readers',
  S2: 'S2: 100 documents of 2,000 characters, 2 writers each with 5 edits a second', S3: 'S3: one document of 20,000 characters, 10 writers, each types as soon as it is acknowledged',
  M: 'M: memory', D: 'D: SIGKILL at the last acknowledgement',
};

export function report({ meta, floors, results }) {
  const peers = Object.keys(meta.peers);
  const syncs = floors.map((f) => f.p50).sort((a, b) => a - b);
  const fdatasync = syncs.length ? syncs[syncs.length >> 1] : NaN;
  const other = results.filter((r) => r.otherCores != null).map((r) => r.otherCores).sort((a, b) => a - b);
  const parts = [
    `${meta.date}, ${meta.cores} cores (${meta.cpu}), ${meta.memoryGiB} GiB, Linux ${meta.kernel}; Node ${meta.node}. ${meta.reps} run${meta.reps > 1 ? 's' : ''}${meta.quick ? ' (quick)' : ''}, ${Math.round(meta.seconds / 60)} minutes.`
      + (other.length ? ` Other work took ${number(other[other.length >> 1], 2)} cores in the median, ${number(other.at(-1), 2)} at most.` : '')
      + (syncs.length ? ` One fdatasync: ${number(fdatasync, 3)} ms in the median (${number(syncs[0], 3)}–${number(syncs.at(-1), 3)}), p99 ${number(high(floors.map((f) => f.p99)), 2)} ms at worst.` : ''),
    goals(meta, results, fdatasync),
  ];
  for (const scenario of Object.keys(meta.scenarios)) {
    const body = scenario === 'M' ? memory(results, peers) : scenario === 'D' ? losses(results) : typing(results, peers, scenario);
    parts.push(`**${TITLES[scenario]}**`, body);
  }
  parts.push(['| peer | version | on disk when it acknowledges |', '|---|---|---|', ...peers.map((p) => `| ${p} | ${Object.entries(meta.peers[p].versions).map(([n, v]) => `${n} ${v}`).join(', ') || 'this tree'} | ${meta.peers[p].durable} |`)].join('\n'));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
