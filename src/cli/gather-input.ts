import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileStore, ImportOptions } from '../main/assets/store';
import { parseJson } from '../main/http/answer-text';
import { AppError } from '../shared/app-error';
import type { Endpoint } from '../shared/endpoints/endpoint';
import { describeFields, type FieldDescription } from '../shared/fields';
import type { CallArguments } from './arguments';
import { BadCall } from './bad-call';
import { coerce } from './coerce';
import { placeIn } from './json-place';

type Values = Record<string, unknown>;

export interface GatherOptions {
  files: FileStore;
  maxFileBytes: number;
  readStandardInput(): Promise<string>;
}

function unreadable(file: string, error: unknown): BadCall {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new BadCall('fileMissing', { file });
  return new BadCall('inputUnreadable', { file, reason: error instanceof Error ? error.message : String(error) });
}

async function readInput(source: string | undefined, readStandardInput: () => Promise<string>): Promise<Values> {
  if (source === undefined) return {};
  const file = source === '-' ? 'stdin' : source;
  const text = await (source === '-' ? readStandardInput() : readFile(source, 'utf8')).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const value = parseJson(text);
  if (value === undefined) throw new BadCall('inputNoJson', { file, ...placeIn(text) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadCall('inputNoObject');
  return value as Values;
}

/** A second value for a list is one more item; for anything else it replaces the first. */
function add(values: Values, { name, type }: FieldDescription, value: unknown, given: Set<string>): void {
  const before = values[name];
  const more = type === 'array' && given.has(name) && Array.isArray(before);
  values[name] = more ? [...(before as unknown[]), ...(Array.isArray(value) ? (value as unknown[]) : [value])] : value;
  given.add(name);
}

/** Puts --example, --input, --set and --file together, later ones over earlier. Throws BadCall, and AppError for bad files. */
export async function gatherInput(endpoint: Endpoint, call: CallArguments, options: GatherOptions): Promise<Values> {
  const fields = describeFields(endpoint.input);
  const fieldOf = (name: string): FieldDescription => {
    const found = fields.find((field) => field.name === name);
    if (found) return found;
    const names = fields.map((field) => field.name).join(', ') || '–';
    throw new BadCall('field', { endpoint: endpoint.id, field: name, fields: names });
  };
  const start = call.example ? endpoint.example : {};
  const values = { ...start, ...(await readInput(call.input, options.readStandardInput)) };
  const given = new Set<string>();
  for (const { field, text } of call.set) {
    const description = fieldOf(field);
    add(values, description, coerce(description, text), given);
  }
  for (const { field, path } of call.file) {
    const description = fieldOf(field);
    add(values, description, await readFileField(endpoint, description, path, options), given);
  }
  return values;
}

function acceptOf(types: readonly string[]): ImportOptions['accept'] {
  if (types.every((type) => type === 'application/pdf')) return 'pdf';
  return types.every((type) => type.startsWith('image/')) ? 'image' : 'any';
}

async function readFileField(
  endpoint: Endpoint,
  field: FieldDescription,
  path: string,
  { files, maxFileBytes }: GatherOptions,
): Promise<unknown> {
  if (field.file) {
    const accept = acceptOf(field.file.accept);
    const maxBytes = Math.min(maxFileBytes, field.file.maxBytes);
    const handle = await files.importFile(path, { name: basename(path), maxBytes, accept }).catch((error: unknown) => {
      // its own words speak of the copy that Plantain keeps
      const missing = error instanceof AppError && error.code === 'file_missing';
      throw missing ? new AppError('file_missing', { detail: path }) : error;
    });
    return field.type === 'array' ? [handle] : handle;
  }
  if (field.type !== 'string') throw new BadCall('noFileField', { endpoint: endpoint.id, field: field.name });
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}
