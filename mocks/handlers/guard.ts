import type { Body } from '../body';
import type { ApiKey, KeyRing } from '../key-ring';
import type { DemoSettings } from '../../src/shared/settings';
import { refuse, refuseFields } from './answers';

/** First check of every request with a body: it is read before anybody asks who sends it. */
export function refuseBody(body: Body, settings: DemoSettings): Response | undefined {
  if (body.kind === 'unreadable') return refuse(400, 'There was an error parsing the body');
  if (body.kind !== 'malformed') return undefined;
  const { offset, message } = body.error;
  const issue = {
    type: 'json_invalid',
    loc: ['body', offset],
    msg: 'JSON decode error',
    input: {},
    ctx: { error: message },
  };
  return refuseFields([issue], settings.behaviour);
}

/**
 * Second check: the key. Observed servers refuse every request of a used-up key, also to read what was
 * paid for; as documented only a submission needs a unit.
 */
export function admit(
  authorization: string | null,
  keys: KeyRing,
  settings: DemoSettings,
  purpose: 'submit' | 'read',
): { key: ApiKey } | { refusal: Response } {
  const key = keys.read(authorization);
  switch (key) {
    case 'missing':
      return { refusal: refuse(401, 'Missing or invalid Authorization header') };
    case 'unknown':
      return { refusal: refuse(401, 'Invalid API key') };
    case 'disabled':
      return { refusal: refuse(403, 'API key is disabled') };
    default: {
      const needsUnit = purpose === 'submit' || settings.behaviour === 'observed';
      return needsUnit && keys.remaining(key) === 0 ? { refusal: refuse(403, 'Quota exhausted') } : { key };
    }
  }
}

/** The one admin key, which the server's operator has set. */
export function refuseAdmin(authorization: string | null, adminKey: string): Response | undefined {
  const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (given === undefined) return refuse(401, 'Missing or invalid Authorization header');
  return given === adminKey ? undefined : refuse(401, 'Invalid admin key');
}
