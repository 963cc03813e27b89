import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAMS, withWindow } from './windows.mjs';

const SETTLE_MS = 8000;

async function parents() {
  const table = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
    if (stat) table.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  return table;
}

/** Proportional set size of a process and all below it, in MB (10^6 bytes): shared pages counted once. */
async function pssMB(root) {
  const table = await parents();
  const below = (pid) => pid === root || (table.has(pid) && below(table.get(pid)));
  let kilobytes = 0;
  for (const pid of table.keys()) {
    if (!below(pid)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return (kilobytes * 1024) / 1e6;
}

/** Memory of the bare window and of ours, each at rest, image worker warm. Linux only. */
export async function measure(context) {
  if (process.platform !== 'linux') throw new Error('memory is measured on Linux only (/proc)');
  const settle = async ({ app }) => {
    await sleep(SETTLE_MS);
    return pssMB(app.process().pid);
  };
  const bare = await withWindow(PROGRAMS.bare, context, settle);
  const plantain = await withWindow(PROGRAMS.plantain, context, settle);
  return { 'memory.barePssMB': bare.used, 'memory.idlePssMB': plantain.used };
}
