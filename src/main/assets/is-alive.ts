import { systemCode } from './disk-error';

/** True where a process of this id runs; it may be another one that got the id later. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
