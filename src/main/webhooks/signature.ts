import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureReason, SignatureVerdict } from '../../shared/webhook';

export interface ProfileSecret {
  profileId: string;
  secret: string;
}

export interface Verdict {
  verdict: SignatureVerdict;
  reason: SignatureReason;
  /** Whose secret fits. */
  profileId: string | null;
}

const HEX_LENGTH = 64;

/** `sha256=<hex HMAC-SHA256>` of the raw bytes, as PaperBanana sends it. */
export function signBody(body: Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/**
 * Whether two texts are the same, in a time that depends on neither of them but for their length: both are hashed
 * first, because timingSafeEqual throws for different lengths, which a sender could choose.
 */
function same(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** What is wrong with the header by its looks. */
function malformed(header: string): SignatureReason {
  if (!header.startsWith('sha256=')) return 'not_sha256';
  const hex = header.slice('sha256='.length);
  if (/[^0-9a-f]/i.test(hex)) return 'not_hex';
  return hex.length === HEX_LENGTH ? 'differs' : 'wrong_length';
}

/**
 * Judges a signature over the raw bytes of a delivery. All secrets are tried, whether or not one before them has
 * fitted, so that the time tells nothing about which key it was.
 */
export function verifySignature(
  body: Uint8Array,
  header: string | readonly string[] | undefined,
  secrets: readonly ProfileSecret[],
): Verdict {
  const given = typeof header === 'string' || header === undefined ? header : header[0];
  if (given === undefined || given === '')
    return { verdict: 'missing', reason: secrets.length === 0 ? 'no_secret_kept' : 'no_header', profileId: null };
  // Node joins repeated headers with commas; a second value is somebody's attempt to be taken for another
  if (given.includes(',')) return { verdict: 'wrong', reason: 'several_headers', profileId: null };
  if (secrets.length === 0) return { verdict: 'no-secret', reason: 'no_secret_kept', profileId: null };
  let profileId: string | null = null;
  for (const { profileId: id, secret } of secrets) {
    const fits = same(signBody(body, secret), given);
    if (fits && profileId === null) profileId = id;
  }
  return profileId === null
    ? { verdict: 'wrong', reason: malformed(given), profileId }
    : { verdict: 'good', reason: 'matches', profileId };
}
