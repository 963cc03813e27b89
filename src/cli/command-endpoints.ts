import type { Endpoint } from '../shared/endpoints/endpoint';
import { ENDPOINTS } from '../shared/endpoints/index';
import { describeFields, type FieldDescription } from '../shared/fields';
import { jsonText } from './visible';
import type { Words } from './words';

const orNull = <T>(value: T | undefined): T | null => value ?? null;

function fieldFacts(field: FieldDescription) {
  const { name, type, required, in: place, allowed, serverDefault, minimum, maximum, maxLength } = field;
  return {
    ...{ name, type, required, in: place },
    ...{ allowed: orNull(allowed), default: orNull(serverDefault) },
    ...{ minimum: orNull(minimum), maximum: orNull(maximum), maxLength: orNull(maxLength) },
  };
}

/** The catalogue as a value for scripts; null where nothing was declared. */
function endpointFacts(endpoint: Endpoint, words: Words) {
  const { id, provider, method, path, group, units, credential, job } = endpoint;
  return {
    ...{ id, provider, method, path, title: words.title(id) },
    ...{ group, units, credential: credential.kind === 'bearer' ? credential.role : credential.kind },
    makesJob: job !== undefined,
    fields: describeFields(endpoint.input).map(fieldFacts),
  };
}

export function endpointsAsJson(words: Words): string {
  const facts = ENDPOINTS.map((endpoint) => endpointFacts(endpoint, words));
  return jsonText(facts);
}

/** Columns that are as wide as their longest cell; the last one is free, so that wide letters do not matter. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

export function endpointsAsTable(words: Words): string {
  return table(ENDPOINTS.map(({ id, method, path }) => [id, method, path, words.title(id)]));
}

/** The fields of one endpoint, for people. */
export function fieldsAsTable(endpoint: Endpoint, { t }: Words): string {
  const remarks = ({ required, allowed, serverDefault, minimum, maximum }: FieldDescription): string =>
    [
      required && t('cli.help.required'),
      allowed && t('cli.help.oneOf', { allowed: allowed.join(' ') }),
      minimum !== undefined && maximum !== undefined && t('cli.help.between', { minimum, maximum }),
      serverDefault !== undefined && t('cli.help.byDefault', { value: String(serverDefault) }),
    ]
      .filter(Boolean)
      .join('; ');
  return table(describeFields(endpoint.input).map((field) => [`  ${field.name}`, field.type, remarks(field)]));
}
