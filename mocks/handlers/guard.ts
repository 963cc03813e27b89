import type { Body } from '../body';
import type { KeyRing } from '../key-ring';
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
export function refuseKey(
  authorization: string | null,
  keys: KeyRing,
  settings: DemoSettings,
  purpose: 'submit' | 'read',
): Response | undefined {
  switch (keys.problemOf(authorization)) {
    case 'missing':
      return refuse(401, 'Missing or invalid Authorization header');
    case 'unknown':
      return refuse(401, 'Invalid API key');
    case 'disabled':
      return refuse(403, 'API key is disabled');
    case undefined:
      break;
  }
  const needsUnit = purpose === 'submit' || settings.behaviour === 'observed';
  return needsUnit && keys.remaining() === 0 ? refuse(403, 'Quota exhausted') : undefined;
}
