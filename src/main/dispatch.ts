import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { asDiskError, systemCode } from './assets/disk-error';
import { AppError, toAppErrorData } from '../shared/app-error';
import {
  operations,
  type OperationInput,
  type OperationName,
  type OperationOutput,
  type Reply,
} from '../shared/contract';
import type { Log } from '../shared/log';

/** One function an operation. `file` is a path that the preload read off a real File, where one was handed over. */
export type Handlers = {
  [N in OperationName]: (
    input: OperationInput<N>,
    file: string | undefined,
  ) => OperationOutput<N> extends undefined ? Promise<void> : OperationOutput<N> | Promise<OperationOutput<N>>;
};

/** Answers one call; never throws. All three values come from the window and are unknown until parsed. */
export type Dispatch = (operation: unknown, input: unknown, file: unknown) => Promise<Reply>;

const fileSchema = z.string().max(4096).refine(isAbsolute).optional();

const isOperation = (name: unknown): name is OperationName =>
  typeof name === 'string' && Object.hasOwn(operations, name);

/** With `strict` an answer that breaks the contract fails the call (development, tests); else it is logged and sent. */
export function createDispatch(handlers: Handlers, { strict, log }: { strict: boolean; log: Log }): Dispatch {
  async function run<N extends OperationName>(name: N, input: unknown, file: unknown): Promise<unknown> {
    const parsed = operations[name].input.safeParse(input);
    const path = fileSchema.safeParse(file);
    if (!parsed.success || !path.success) throw new AppError('invalid_input', { issues: issuesOf(parsed.error) });
    const value = await Promise.resolve<unknown>(handlers[name](parsed.data as OperationInput<N>, path.data));
    const checked = operations[name].output.safeParse(value);
    if (checked.success) return checked.data;
    log.error(`the answer of ${name} breaks the contract`, { problem: z.prettifyError(checked.error) });
    if (strict) throw new Error(`the answer of ${name} breaks the contract`);
    return value;
  }

  return async (operation, input, file) => {
    if (!isOperation(operation)) return { ok: false, error: new AppError('unknown_operation').data };
    try {
      return { ok: true, value: await run(operation, input, file) };
    } catch (error) {
      if (!(error instanceof AppError)) log.error(`${operation} failed unexpectedly`, { error: describeError(error) });
      return { ok: false, error: toAppErrorData(withWords(error)) };
    }
  };
}

/** What the file system refuses has words, wherever it happened. Node's own mistakes (ERR_…) are ours. */
function withWords(error: unknown): unknown {
  const code = systemCode(error);
  return code !== undefined && /^E(?!RR_)[A-Z0-9]+$/.test(code) ? asDiskError(error) : error;
}

function issuesOf(error: z.ZodError | undefined): { field: string; code: string }[] {
  return (error?.issues ?? []).map((issue) => ({ field: issue.path.map(String).join('.'), code: 'bad_value' }));
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
