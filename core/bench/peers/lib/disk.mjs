// What one fdatasync of a record as long as an edit takes here: node lib/disk.mjs folder milliseconds
import fs from 'node:fs';
import path from 'node:path';
import { Samples } from './stats.mjs';

const record = Buffer.from(`${JSON.stringify({ d: 's1x0', v: 12345, c: 'c1a2b-17', s: 321, u: [10000, [0, '字'], 10000] })}\n`);

export function disk(dir, ms) {
  const fd = fs.openSync(path.join(dir, 'appended'), 'a');
  const took = new Samples();
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const at = performance.now();
    fs.writeSync(fd, record);
    fs.fdatasyncSync(fd);
    took.add(performance.now() - at);
  }
  fs.closeSync(fd);
  return took.summary();
}

if (process.argv[1] === import.meta.filename) {
  const [dir, ms] = process.argv.slice(2);
  fs.writeFileSync(path.join(dir, 'disk.json'), JSON.stringify(disk(dir, Number(ms))));
}
