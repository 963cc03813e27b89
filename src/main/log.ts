import electronLog from 'electron-log/node';
import type { Log, LogFacts } from '../shared/log';
import { redactForLog } from './log-redaction';

const MAX_BYTES = 2_000_000;

/**
 * The log file, begun anew at 2 MB (the one before is kept as `main.old.log`). Each line is written before the call
 * returns: the last lines before the end are the ones that somebody will look for. The variant for plain Node on purpose: the one for Electron opens IPC channels.
 */
export function openLog(path: string, { toConsole }: { toConsole: boolean }): Log {
  const logger = electronLog.create({ logId: 'plantain' });
  logger.transports.console.level = toConsole ? 'info' : false;
  logger.transports.file.level = 'info';
  logger.transports.file.sync = true;
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.file.resolvePathFn = () => path;

  const line = (message: string, facts?: LogFacts): string =>
    redactForLog(facts ? `${message} ${JSON.stringify(facts)}` : message);
  return {
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
