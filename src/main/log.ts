import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log, LogFacts } from '../shared/log';
import { redactForLog } from './log-redaction';

export interface LogFile extends Log {
  /** Absolute path of the file that is written now. */
  readonly path: string;
}

const MAX_BYTES = 2_000_000;

/**
 * The log in `<folder>/main.log`, written behind the program's back, begun anew at 2 MB (the one before is
 * kept as `main.old.log`). The variant for plain Node on purpose: the one for Electron opens IPC channels.
 */
export function openLog(folder: string, { toConsole }: { toConsole: boolean }): LogFile {
  const path = join(folder, 'main.log');
  const logger = electronLog.create({ logId: 'plantain' });
  logger.transports.console.level = toConsole ? 'info' : false;
  logger.transports.file.level = 'info';
  logger.transports.file.sync = false;
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.file.resolvePathFn = () => path;

  const line = (message: string, facts?: LogFacts): string =>
    redactForLog(facts ? `${message} ${JSON.stringify(facts)}` : message);
  return {
    path,
    info: (message, facts) => {
      logger.info(line(message, facts));
    },
    warn: (message, facts) => {
      logger.warn(line(message, facts));
    },
    error: (message, facts) => {
      logger.error(line(message, facts));
    },
  };
}
