import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that no other can be taken for: ids come round again, after a reboot within seconds. */
export interface ProcessName {
  pid: number;
  /** When it was born, as its system tells it; null where that is not to be had. */
  birth: string | null;
}

type Found = { kind: 'alive'; birth: string | null } | { kind: 'gone' };

const GONE: Found = { kind: 'gone' };

/** Fields of /proc/<pid>/stat behind the name, which may itself hold spaces and brackets: state is the third of all. */
const STATE = 0;
const START_TIME = 22 - 3;

function onLinux(pid: number): Found {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // a zombie has ended, whoever has not yet asked for its status
  if (fields[STATE] === 'Z' || fields[STATE] === 'X') return GONE;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  return { kind: 'alive', birth: `${boot} ${fields[START_TIME] ?? ''}` };
}

function byPs(pid: number): Found {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8', stdio: 'pipe' });
  return text.trim() === '' ? GONE : { kind: 'alive', birth: text.trim() };
}

function signalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function look(pid: number, platform: NodeJS.Platform): Found {
  if (!signalled(pid)) return GONE;
  try {
    if (platform === 'linux') return onLinux(pid);
    if (platform !== 'win32') return byPs(pid);
  } catch {
    // no /proc, no ps: the id alone must do
  }
  return { kind: 'alive', birth: null };
}

let own: ProcessName | undefined;

/** This process; asked once. */
export function ownProcess(): ProcessName {
  if (own?.pid === process.pid) return own;
  const found = look(process.pid, process.platform);
  own = { pid: process.pid, birth: found.kind === 'alive' ? found.birth : null };
  return own;
}

/** Whether that very process still runs, not another that was given its id. */
export function isRunning({ pid, birth }: ProcessName, platform: NodeJS.Platform = process.platform): boolean {
  const self = ownProcess();
  if (pid === self.pid) return birth === self.birth || birth === null;
  const found = look(pid, platform);
  if (found.kind === 'gone') return false;
  // the first process of a system is never ours; in a container it was, before the container ended
  if (birth === null || found.birth === null) return pid !== 1;
  return found.birth === birth;
}
