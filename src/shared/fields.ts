import { z } from 'zod';

/** Where a field travels. */
export type FieldPlace = 'path' | 'query' | 'body';

/** The control a form draws for a field; the widget registry of the renderer has one entry for each. */
export type Widget =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'slider'
  | 'switch'
  | 'choice'
  | 'segments'
  | 'aspect-ratio'
  | 'choices'
  | 'page-list'
  | 'pdf'
  | 'images'
  | 'url'
  | 'url-list'
  | 'json'
  | 'table'
  | 'date'
  | 'environment'
  | 'labels'
  | 'job-picker'
  | 'secret';

export interface FieldMeta {
  in: FieldPlace;
  widget: Widget;
  /** Folded away under "More options". */
  more?: boolean;
  /** The server's default: shown, and not sent unless changed. */
  serverDefault?: string | number | boolean | readonly string[];
  /** What our form starts with, where that is better than the server's default. */
  initial?: unknown;
  /** Most items of a list. */
  maxItems?: number;
  /** Never stored, logged or copied in clear. */
  masked?: boolean;
  /** Stands beside the next field of the same row name. */
  row?: string;
  file?: { accept: readonly string[]; maxBytes: number };
}

/** Metadata beside the schema, so that one declaration gives validation, form, CLI and docs. */
const fieldMeta = z.registry<FieldMeta>();

/** Adds form and wire metadata to a field's schema. Call it last: zod's methods clone a schema without it. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  fieldMeta.add(schema, meta);
  return schema;
}

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'file' | 'json';

export interface FieldDescription extends FieldMeta {
  name: string;
  type: FieldType;
  required: boolean;
  allowed?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

function unwrap(schema: z.ZodType): { inner: z.ZodType; required: boolean } {
  let inner = schema;
  let required = true;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    required = false;
    inner = inner.unwrap() as z.ZodType;
  }
  return { inner, required };
}

function typeOf(inner: z.ZodType, meta: FieldMeta): FieldType {
  if (meta.file && !(inner instanceof z.ZodArray)) return 'file';
  if (inner instanceof z.ZodNumber) return inner.format?.includes('int') ? 'integer' : 'number';
  if (inner instanceof z.ZodBoolean) return 'boolean';
  if (inner instanceof z.ZodArray) return 'array';
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return 'object';
  if (inner instanceof z.ZodString || inner instanceof z.ZodEnum || inner instanceof z.ZodPipe) return 'string';
  // a text or a handle for one, a text or nothing: a text for whoever writes it by hand
  if (inner instanceof z.ZodUnion && inner.options.some((option) => option instanceof z.ZodString)) return 'string';
  return 'json';
}

function allowedOf(inner: z.ZodType): readonly string[] | undefined {
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  if (inner instanceof z.ZodArray) return allowedOf(inner.element as z.ZodType);
  return undefined;
}

function describe(name: string, schema: z.ZodType): FieldDescription {
  const { inner, required } = unwrap(schema);
  const meta = fieldMeta.get(schema) ?? fieldMeta.get(inner);
  if (!meta) throw new Error(`field ${name} has no metadata: wrap its schema in field()`);
  const description: FieldDescription = { ...meta, name, required, type: typeOf(inner, meta) };
  const allowed = allowedOf(inner);
  if (allowed) description.allowed = allowed;
  if (inner instanceof z.ZodNumber) {
    // zod gives ±Infinity and the safe-integer bounds where none was declared
    if (inner.minValue !== null && inner.minValue > Number.MIN_SAFE_INTEGER) description.minimum = inner.minValue;
    if (inner.maxValue !== null && inner.maxValue < Number.MAX_SAFE_INTEGER) description.maximum = inner.maxValue;
  }
  if (inner instanceof z.ZodString && inner.maxLength !== null) description.maxLength = inner.maxLength;
  return description;
}

/** The fields of an endpoint's input, in the order of their declaration. Throws where one lacks metadata. */
export function describeFields(input: z.ZodObject): FieldDescription[] {
  return Object.entries(input.shape).map(([name, schema]) => describe(name, schema as z.ZodType));
}
