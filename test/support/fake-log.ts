import type { Log } from '../../src/shared/log';

export interface FakeLog extends Log {
  /** `level: message` of all that was logged. */
  lines: string[];
}

export function createFakeLog(): FakeLog {
  const lines: string[] = [];
  const write = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
