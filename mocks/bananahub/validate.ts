import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import type { FieldDescription } from '../../src/shared/fields';
import { LongText } from '../long-text';

/** What BananaHub's documentation allows: 14 pictures, 40 MB of them. */
const MOST_IMAGES = 14;
const MOST_BYTES = 40_000_000;

const textOf = (value: unknown): string => (value instanceof LongText ? value.head(200) : String(value));
const lengthOf = (value: unknown): number => (value instanceof LongText ? value.length : String(value).length);

/** Hosts that no server on the internet can reach. */
const UNREACHABLE =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\])|\.(?:local|invalid|internal)$/i;

function problemOfUrl(value: unknown, index: number): string | undefined {
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    return `input_images_urls[${index}] is not a valid URL`;
  }
  if (!/^https?:$/.test(url.protocol)) return `input_images_urls[${index}] must be an http or https URL`;
  return UNREACHABLE.test(url.hostname) ? `Could not read input image ${index + 1}: ${url.href}` : undefined;
}

function problemOfImages(name: string, list: readonly unknown[]): string | undefined {
  if (list.length === 0) return `${name} must contain at least 1 image`;
  if (list.length > MOST_IMAGES) return `${name} must contain at most ${MOST_IMAGES} images`;
  if (name === 'input_images_urls') return list.map(problemOfUrl).find((problem) => problem !== undefined);
  const broken = list.findIndex(
    (item) => !/^(?:data:image\/[\w.+-]+;base64,)?[A-Za-z0-9+/\s]+=*\s*$/.test(textOf(item)),
  );
  if (broken !== -1) return `${name}[${broken}] is not a base64-encoded image`;
  const bytes = list.reduce((sum: number, item) => sum + Math.floor((lengthOf(item) * 3) / 4), 0);
  return bytes > MOST_BYTES ? 'Input images are too large: 40 MB in total is the limit' : undefined;
}

function problemOfField(field: FieldDescription, value: unknown): string | undefined {
  if (value === undefined || value === null) return field.required ? `${field.name} is required` : undefined;
  if (field.name === 'metadata') return undefined;
  if (field.type === 'array' || field.widget === 'images' || field.widget === 'url-list')
    return Array.isArray(value) ? problemOfImages(field.name, value) : `${field.name} must be a list`;
  if (typeof value !== 'string' && !(value instanceof LongText)) return `${field.name} must be a string`;
  if (field.required && textOf(value).trim() === '') return `${field.name} must not be empty`;
  if (field.allowed && !field.allowed.includes(textOf(value)))
    return `${field.name} must be one of: ${field.allowed.join(', ')}`;
  return undefined;
}

/** The first thing that is wrong with a generation's body, in words; undefined for nothing. */
export function problemOf(
  endpoint: Endpoint,
  fields: readonly FieldDescription[],
  body: Record<string, unknown>,
): string | undefined {
  for (const field of fields) {
    const problem = problemOfField(field, body[field.name]);
    if (problem !== undefined) return problem;
  }
  // the oldest model draws in one size only
  if (endpoint.path.startsWith('/nb/') && body['resolution'] !== undefined && body['resolution'] !== '1K')
    return 'NanoBanana supports resolution 1K only';
  return undefined;
}
