import { parseArgs } from 'node:util';
import { BadCall } from './bad-call';

interface Option {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
}

type Values<O extends Record<string, Option>> = {
  [Name in keyof O]?: O[Name] extends { type: 'boolean' }
    ? boolean
    : O[Name] extends { multiple: true }
      ? string[]
      : string;
};

/**
 * What stands behind a command: options and other words. A word behind a string option that is an option itself was
 * hardly meant as its value; `--set=-x` says so. Throws BadCall.
 */
export function readOptions<O extends Record<string, Option>>(
  args: readonly string[],
  options: O,
): { values: Values<O>; positionals: string[] } {
  // not strict: its own objections are nothing to read, and a negative number is a value
  const read = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of read.tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new BadCall('option', { option: token.rawName });
    const takes = option.type === 'string';
    if (!takes && token.value !== undefined) throw new BadCall('optionNoValue', { option: token.rawName });
    if (takes && (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value))))
      throw new BadCall('optionValue', { option: token.rawName });
  }
  return { values: read.values, positionals: read.positionals };
}
