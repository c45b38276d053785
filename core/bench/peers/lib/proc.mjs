import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import net from 'node:net';

const HZ = 100; // USER_HZ on every Linux this runs on

export function tree(pid) {
  const out = [pid];
  for (let i = 0; i < out.length; i++) {
    try {
      const kids = fs.readFileSync(`/proc/${out[i]}/task/${out[i]}/children`, 'utf8').trim();
      if (kids) out.push(...kids.split(/\s+/).map(Number));
    } catch { /* gone */ }
  }
  return out;
}

export function cpuSeconds(pid) {
  let t = 0;
  for (const p of tree(pid)) {
    try {
      const s = fs.readFileSync(`/proc/${p}/stat`, 'utf8');
      const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
      t += (Number(f[11]) + Number(f[12])) / HZ;
    } catch { /* gone */ }
  }
  return t;
}

// CPU seconds of a JVM's compiler threads: what it spends on becoming faster. 0 for others.
export function compilerSeconds(pid) {
  let t = 0;
  for (const task of fs.readdirSync(`/proc/${pid}/task`)) {
    try {
      const s = fs.readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8');
      if (!/\(C[12] Comp/.test(s)) continue;
      const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
      t += (Number(f[11]) + Number(f[12])) / HZ;
    } catch { /* gone */ }
  }
  return t;
}

export function rssMiB(pid) {
  let rss = 0; let hwm = 0;
  for (const p of tree(pid)) {
    try {
      const s = fs.readFileSync(`/proc/${p}/status`, 'utf8');
      rss += Number(/VmRSS:\s+(\d+)/.exec(s)?.[1] ?? 0) / 1024;
      hwm += Number(/VmHWM:\s+(\d+)/.exec(s)?.[1] ?? 0) / 1024;
    } catch { /* gone */ }
  }
  return { rss: Math.round(rss), peak: Math.round(hwm) };
}

// Resident memory in KiB after the garbage was collected: the least of several looks.
export async function collectedKiB(pid, java, looks) {
  let least = Infinity;
  for (let i = 0; i < looks; i++) {
    if (java) {
      const jcmd = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/jcmd') : 'jcmd';
      execFileSync(jcmd, [String(pid), 'GC.run']);
    } else process.kill(pid, 'SIGUSR2');
    await sleep(1000);
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    least = Math.min(least, Number(/VmRSS:\s+(\d+)/.exec(status)[1]));
  }
  return least;
}

// Busy CPU seconds of the whole machine (all cores), to know what OTHER processes took.
export function machineBusySeconds() {
  const f = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  const [user, nice, system, , , irq, softirq, steal] = f;
  return (user + nice + system + irq + softirq + (steal || 0)) / HZ;
}

export const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

export async function waitPort(port, child, ms = 60000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (child.exitCode != null || child.signalCode != null) throw new Error('server ended before it listened');
    const ok = await new Promise((res) => {
      const s = net.connect(port, '127.0.0.1', () => { s.destroy(); res(true); });
      s.on('error', () => res(false));
    });
    if (ok) return;
    await sleep(50);
  }
  throw new Error('server did not listen in time');
}

export function freePort() {
  return new Promise((res, rej) => {
    const s = net.createServer();
    s.on('error', rej);
    s.listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => res(port)); });
  });
}
