import type { z } from 'zod';
import type { Issue } from '../app-error';
import type { ProviderId } from '../settings';

/** How a request proves who sends it. `query` puts the secret into the URL, which makes the URL a secret. */
export type Credential =
  { kind: 'none' } | { kind: 'bearer'; role: 'user' | 'admin' } | { kind: 'query'; parameter: string };

/** What a good answer is. */
export type Answer =
  | { kind: 'json'; status: number; schema: z.ZodType }
  | { kind: 'binary'; status: number; mediaTypes: readonly string[] }
  | { kind: 'empty'; status: number };

/** Something a finished job left to fetch: another endpoint's binary answer, a URL, or bytes already at hand. */
export type ArtifactSource =
  | { kind: 'endpoint'; format: string; endpoint: string; input: Record<string, unknown> }
  | { kind: 'url'; format: string; url: string }
  | { kind: 'inline'; format: string; base64: string }
  /** A JSON value of the answer itself, kept as a file of its own. */
  | { kind: 'json'; format: 'json'; value: unknown };

export interface JobArtifact {
  source: ArtifactSource;
  fallback?: ArtifactSource;
  /** Found in the outputs by its looks: the job is done without it. */
  optional?: true;
}

/** What a poll's answer says, in words common to all providers. */
export type JobReading =
  | { state: 'queued' }
  | { state: 'running' }
  | {
      state: 'completed';
      description: string | null;
      /** All are fetched; where one group's first source fails its `fallback` is used. */
      artifacts: readonly JobArtifact[];
    }
  | { state: 'failed'; reason: string }
  /** A word that is not known, or an end without a result: said, and asked about again, ever more rarely. */
  | { state: 'unclear'; word: string; why: 'unknown_status' | 'no_result' };

export interface JobSpec {
  /** The server's name for the job, from the answer to the submission. Throws never; undefined = a bad answer. */
  remoteId(answer: unknown): string | undefined;
  pollEndpoint: string;
  pollInput(remoteId: string, input: Record<string, unknown>): Record<string, unknown>;
  /** Between two questions, in ms: [least, most]. */
  interval: readonly [number, number];
  read(answer: unknown, remoteId: string): JobReading;
  /** What the answer to the submission says already, where servers may answer with the end itself. */
  readAtOnce?(answer: unknown): JobReading | undefined;
}

/** A sentence about fields that do not go together: words under `rules.<code>`, repairs as one press each. */
export interface RuleViolation {
  fields: readonly string[];
  code: string;
  params?: Record<string, string | number>;
  repairs: readonly { code: string; params?: Record<string, string | number>; set: Record<string, unknown> }[];
}

export interface Rule {
  fields: readonly string[];
  check(values: Record<string, unknown>): RuleViolation | undefined;
}

/** How an answer or a finished job is shown: the window has one view for each. */
export type ResultView =
  | 'health'
  | 'picture'
  | 'prompt'
  | 'plot'
  | 'outputs'
  | 'task'
  | 'job'
  | 'file'
  | 'key'
  | 'keys'
  | 'gone'
  | 'models'
  | 'model'
  | 'account'
  | 'usage'
  | 'deployment'
  | 'definition';

export type EndpointGroup = 'create' | 'server' | 'models' | 'admin' | 'plumbing';

export interface Endpoint {
  /** `provider.verb`; stable: it stands in histories, scripts and the catalogues (`endpoints.<id>`). */
  id: string;
  provider: ProviderId;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /**
   * Below the profile's base URL, with `{field}` for path fields. An absolute https URL holds while the profile
   * keeps the provider's own base; on another server the same path is looked for below that one.
   */
  path: string;
  /** A second format to try after a failure, only where the URL really differs (Banana.dev). */
  legacyPath?: string;
  credential: Credential;
  input: z.ZodObject;
  answer: Answer;
  /** Which answers mean what, beyond the common map, e.g. that a 404 is an image not yet available. */
  job?: JobSpec;
  /**
   * What comes nearest on a server that lacks this endpoint: another endpoint, or a screen of the program's own that
   * does it on this computer. How to go about it stands under `endpoints.<id>.instead`.
   */
  instead?: { endpoint: string } | { screen: 'figure' };
  rules: readonly Rule[];
  /** What the server takes and is hardly meant: asked about beside the fields, refused nowhere. */
  doubts?: readonly Rule[];
  /** Units charged at acceptance. */
  units: number;
  /** How long most of its jobs take by the documentation, in s: [least, most]; left out where it says nothing. */
  usualSeconds?: readonly [number, number];
  /** Header that makes a repeated submission safe; without it a POST is sent once, whatever happens. */
  idempotencyHeader?: string;
  /** Until the first byte of the answer, in ms. */
  timeoutMs: number;
  /** `plumbing`: polls and downloads that the program does by itself, and that can be done by hand. */
  group: EndpointGroup;
  /** Heading above its neighbours in lists: a product's name, the same in every language. */
  family?: string;
  view: ResultView;
  /** Cannot be undone: asked for again, by the name of what will be gone. */
  irreversible?: true;
  /** Keys anywhere in the JSON answer whose values are secrets: never kept, shown masked. */
  secretAnswers?: readonly string[];
  /** Lucide icon name. */
  icon: string;
  /** The history's title, made from the input; undefined falls back to the endpoint's own title. */
  historyTitle(input: Record<string, unknown>): string | undefined;
  /** The documented example, in the shape the form and the CLI take. */
  example: Record<string, unknown>;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** First line of a text field, for history titles. */
export function titleFrom(field: string): (input: Record<string, unknown>) => string | undefined {
  return (input) => text(input[field])?.split('\n')[0]?.slice(0, 200);
}

const TOO_BIG: Record<string, string> = { string: 'too_long', array: 'too_many' };

function issueOf(issue: z.core.$ZodIssue, values: unknown): Issue {
  const field = String(issue.path[0] ?? '');
  const position = issue.path[1];
  // which item of a list, counted from 1
  const item = typeof position === 'number' ? { params: { position: position + 1 } } : {};
  const missing = field !== '' && (values as Record<string, unknown>)[field] === undefined;
  if (missing && issue.code !== 'unrecognized_keys') return { field, code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { field, code: `expected_${issue.expected}` };
    case 'too_small':
      if (issue.origin === 'string') return { field, code: 'required', ...item };
      return {
        field,
        code: issue.origin === 'array' ? 'too_few' : 'too_small',
        params: { minimum: Number(issue.minimum) },
      };
    case 'too_big':
      return { field, code: TOO_BIG[issue.origin] ?? 'too_big', params: { maximum: Number(issue.maximum) } };
    case 'invalid_value':
      return { field, code: 'not_allowed', params: { allowed: issue.values.map(String).join(', ') } };
    case 'unrecognized_keys':
      return { field: issue.keys[0] ?? '', code: 'unknown_field' };
    case 'custom': {
      const params = { ...(issue.params as Record<string, string | number> | undefined), ...item.params };
      return { field, code: issue.message, ...(Object.keys(params).length > 0 && { params }) };
    }
    case 'invalid_format':
      return { field, code: issue.format === 'url' ? 'not_a_url' : 'bad_format', ...item };
    default:
      return { field, code: 'bad_value' };
  }
}

export type Validation =
  { ok: true; input: Record<string, unknown> } | { ok: false; issues: Issue[]; violations: RuleViolation[] };

/** Checks an input as every door does (form, IPC, CLI, mock): fields first, then the rules across them. */
export function validateInput(endpoint: Endpoint, values: unknown): Validation {
  const parsed = endpoint.input.safeParse(values);
  if (!parsed.success) {
    const seen = new Set<string>();
    const issues = parsed.error.issues
      .map((issue) => issueOf(issue, values))
      .filter((issue) => !seen.has(issue.field) && seen.add(issue.field));
    return { ok: false, issues, violations: [] };
  }
  const violations = violatedRules(endpoint, parsed.data);
  if (violations.length > 0) {
    const issues = violations.map((violation) => ({
      field: violation.fields[0] ?? '',
      code: `rule_${violation.code}`,
      ...(violation.params && { params: violation.params }),
    }));
    return { ok: false, issues, violations };
  }
  return { ok: true, input: parsed.data };
}

export function doubtsAbout(endpoint: Endpoint, values: Record<string, unknown>): RuleViolation[] {
  return (endpoint.doubts ?? []).flatMap((doubt) => doubt.check(values) ?? []);
}

export function violatedRules(endpoint: Endpoint, values: Record<string, unknown>): RuleViolation[] {
  return endpoint.rules.flatMap((rule) => rule.check(values) ?? []);
}

/**
 * Choices of one field that would break a rule with the other values as they are, each with the rule's
 * code: derived from the rules, so a form can grey them out without a second list.
 */
export function blockedChoices(
  endpoint: Endpoint,
  field: string,
  choices: readonly string[],
  values: Record<string, unknown>,
): Map<string, RuleViolation> {
  const blocked = new Map<string, RuleViolation>();
  const rules = endpoint.rules.filter((rule) => rule.fields.includes(field));
  for (const choice of choices) {
    for (const rule of rules) {
      const violation = rule.check({ ...values, [field]: choice });
      if (violation) blocked.set(choice, violation);
    }
  }
  return blocked;
}
