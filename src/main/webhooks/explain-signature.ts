import { type BodyChange, commonStart, pythonJson, escapeUnicode } from '../../shared/webhook';
import { signBody, verifySignature, type Verdict } from './signature';

export interface Explanation extends Verdict {
  /** What the body gives with this secret. */
  expected: string;
  /** The change that explains the difference: undone, the signature fits. */
  change: BodyChange | null;
  /** First place, counted from 1, at which the pasted body differs from the one that was signed. */
  at: { line: number; column: number; offset: number } | null;
}

const unescapeUnicode = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** What may have been signed, given what was pasted, each under the name of what then happened to it. */
function* originals(body: string): Generator<[BodyChange, string]> {
  if (body.endsWith('\n')) yield ['newline_added', body.replace(/\r?\n$/, '')];
  yield ['newline_lost', `${body}\n`];
  if (body.includes('\r\n')) yield ['crlf', body.replaceAll('\r\n', '\n')];
  if (body.startsWith('\ufeff')) yield ['bom_added', body.slice(1)];
  yield ['unicode_unescaped', escapeUnicode(body)];
  yield ['unicode_escaped', unescapeUnicode(body)];
  let value: unknown;
  try {
    value = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return;
  }
  const escaped = pythonJson(value);
  yield [JSON.stringify(value) === body ? 'spaces_removed' : 'reformatted', escaped];
  yield ['reformatted', unescapeUnicode(escaped)];
  yield ['reformatted', JSON.stringify(value)];
  yield ['reformatted', escapeUnicode(JSON.stringify(value))];
  yield ['reformatted', JSON.stringify(value, null, 2)];
}

function firstDifference(pasted: string, signed: string): Explanation['at'] {
  const offset = commonStart(pasted, signed);
  const before = pasted.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}

/**
 * Judges a pasted body, header and secret, and where they do not fit tries what usually happens to a body on its
 * way (a parser in front, an editor's newline), to say where it first differs from what was signed.
 */
export function explainSignature(body: string, header: string, secret: string): Explanation {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const judge = (text: string, key: string): Verdict =>
    verifySignature(bytes(text), header.trim(), [{ profileId: 'pasted', secret: key }]);
  const verdict = judge(body, secret);
  const told = { ...verdict, expected: signBody(bytes(body), secret) };
  if (verdict.verdict === 'good') return { ...told, change: null, at: null };
  for (const [change, original] of originals(body)) {
    if (original !== body && judge(original, secret).verdict === 'good')
      return { ...told, change, at: firstDifference(body, original) };
  }
  if (secret !== secret.trim() && judge(body, secret.trim()).verdict === 'good')
    return { ...told, change: 'secret_spaces', at: null };
  return { ...told, change: null, at: null };
}
