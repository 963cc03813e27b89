import { BadCall } from './bad-call';
import { readOptions } from './options';

export interface JobsArguments {
  kind: 'jobs';
  command: 'list' | 'resume' | 'wait';
  /** Jobs by their id here or at the server; none: all that are open. */
  ids: string[];
  /** Ended ones too. */
  all: boolean;
  /** The server's name of an uncertain job, found out elsewhere. */
  taskId: string | undefined;
  out: string | undefined;
  demo: boolean;
  json: boolean;
}

const OPTIONS = {
  all: { type: 'boolean' },
  'task-id': { type: 'string' },
  out: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** What each command takes besides --demo and --json. */
const ALLOWED: Record<JobsArguments['command'], readonly string[]> = {
  list: ['all'],
  resume: ['task-id'],
  wait: ['out'],
};

const isCommand = (word: string | undefined): word is JobsArguments['command'] =>
  word !== undefined && Object.hasOwn(ALLOWED, word);

/** Reads what stands behind `plantain jobs`. Throws BadCall. */
export function parseJobs(args: readonly string[]): JobsArguments {
  const { values, positionals } = readOptions(args, OPTIONS);
  const [command, ...ids] = positionals;
  if (!isCommand(command)) throw new BadCall('jobsCommand');
  const allowed = [...ALLOWED[command], 'demo', 'json'];
  const wrong = Object.keys(values).find((name) => !allowed.includes(name));
  if (wrong !== undefined) throw new BadCall('option', { option: `--${wrong}` });
  const [first] = ids;
  if (command === 'list' && first !== undefined) throw new BadCall('surplus', { argument: first });
  const taskId = values['task-id'];
  if (taskId !== undefined && ids.length !== 1) throw new BadCall('taskIdOfOne');
  return {
    kind: 'jobs',
    command,
    ids,
    all: values.all ?? false,
    taskId,
    out: values.out,
    demo: values.demo ?? false,
    json: values.json ?? false,
  };
}
