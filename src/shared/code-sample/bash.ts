import { quoted } from '../shell-quote';
import type { CallPlan } from './call-plan';
import { filesOf, IDEMPOTENCY_VARIABLE, variablesOf, withQueryCredential } from './call-plan';
import type { BodyPiece } from './json-node';
import { bodyPieces } from './json-node';

/** Longer bodies go through a pipe: one argument of a program has room for 128 kB, on some systems for less. */
const INLINE_BYTES = 16_000;

/** Percent-encodes every byte, as any server reads it. */
const URL_TEXT = `url_text() { printf '%s' "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'; }`;

/** A text as JSON. */
const JSON_TEXT = `json_text() {
  local text=$1
  text=\${text//\\\\/\\\\\\\\}
  text=\${text//\\"/\\\\\\"}
  text=\${text//$'\\n'/\\\\n}
  text=\${text//$'\\r'/\\\\r}
  text=\${text//$'\\t'/\\\\t}
  printf '"%s"' "$text"
}`;

function addressOf(plan: CallPlan): string {
  return withQueryCredential(plan)
    .map((piece) => (typeof piece === 'string' ? quoted(piece) : `"$(url_text "$${piece.variable}")"`))
    .join('');
}

function print(piece: BodyPiece): string {
  if (typeof piece === 'string') return `printf '%s' ${quoted(piece)}`;
  if (piece.kind === 'file') return `base64 < ${quoted(piece.name)} | tr -d '\\n'`;
  return piece.text ? `json_text "$${piece.name}"` : `printf '%s' "$${piece.name}"`;
}

/** What has to be there before anything is sent: half a body would still be taken, and paid for. */
function guardsOf(plan: CallPlan): string[] {
  const { credential } = plan;
  // a key in a header is asked for where it stands
  const names = variablesOf(plan).filter((name) => credential.kind !== 'bearer' || name !== credential.variable);
  // a secret may be empty on purpose, a part of the address never
  const inUrl = new Set(
    withQueryCredential(plan).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable])),
  );
  const checks = names.map((name) => `"\${${name}${inUrl.has(name) ? ':' : ''}?}"`);
  return [
    ...(checks.length > 0 ? [`: ${checks.join(' ')} &&`] : []),
    ...filesOf(plan).map((name) => `: < ${quoted(name)} &&`),
  ];
}

function curlLines(plan: CallPlan, body: string | undefined): string[] {
  const { method, credential, idempotencyHeader, answer } = plan;
  const request = method === 'GET' ? '--location' : `--request ${method}`;
  const fresh = '$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)';
  return [
    `curl --silent --show-error ${answer.kind === 'file' ? '--fail' : '--fail-with-body'}`,
    `${request} ${addressOf(plan)}`,
    ...(credential.kind === 'bearer' ? [`--header "Authorization: Bearer \${${credential.variable}:?}"`] : []),
    ...(plan.body ? [`--header 'Content-Type: application/json'`] : []),
    ...(idempotencyHeader ? [`--header "${idempotencyHeader}: \${${IDEMPOTENCY_VARIABLE}:-${fresh}}"`] : []),
    ...(body === undefined ? [] : [`--data-binary ${body}`]),
    ...(answer.kind === 'file' ? [`--output ${quoted(answer.name)}`] : []),
    ...(answer.kind === 'empty' ? [`--write-out '%{http_code}\\n'`] : []),
  ];
}

const command = (lines: readonly string[]): string => lines.join(' \\\n  ');

/** The call with curl, for bash; zsh reads it too. */
export function bashSample(plan: CallPlan): string {
  const pieces = plan.body ? bodyPieces(plan.body) : [];
  const [first] = pieces;
  const inline =
    pieces.length === 1 && typeof first === 'string' && first.length * 3 <= INLINE_BYTES ? first : undefined;
  const helpers = [
    ...(withQueryCredential(plan).some((piece) => typeof piece !== 'string') ? [URL_TEXT] : []),
    ...(pieces.some((piece) => typeof piece === 'object' && piece.kind === 'variable' && piece.text)
      ? [JSON_TEXT]
      : []),
  ];
  const guards = guardsOf(plan);
  const parts = pieces.map(print);
  const [only = ''] = parts;
  let call: string;
  if (pieces.length === 0) call = command(curlLines(plan, undefined));
  else if (inline !== undefined) call = command(curlLines(plan, quoted(inline)));
  else {
    const source = parts.length === 1 ? only : `{\n${parts.map((part) => `  ${part}`).join('\n')}\n}`;
    call = `${source} |\n${command(curlLines(plan, '@-'))}`;
  }
  return [...helpers.map((helper) => `${helper}\n`), ...guards, call, ''].join('\n');
}
