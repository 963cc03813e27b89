import { expect, it } from 'vitest';
import { signBody, verifySignature } from '../../../../src/main/webhooks/signature';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = bytes('{"event": "task.completed", "task_id": "a1"}');
const lab = { profileId: 'lab', secret: 'whsec_lab' };
const good = signBody(body, lab.secret);

it('signs as HMAC-SHA256 in hex: the RFC 4231 example', () => {
  expect(signBody(bytes('what do ya want for nothing?'), 'Jefe')).toBe(
    'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

it('finds a signature good, and whose it is', () => {
  const secrets = [{ profileId: 'other', secret: 'x' }, lab];
  expect(verifySignature(body, good, secrets)).toEqual({ verdict: 'good', reason: 'matches', profileId: 'lab' });
});

it.each([
  [undefined, 'missing', 'no_header'],
  ['', 'missing', 'no_header'],
  [`sha256=${'0'.repeat(64)}`, 'wrong', 'differs'],
  [good.toUpperCase(), 'wrong', 'not_sha256'],
  [good.slice('sha256='.length), 'wrong', 'not_sha256'],
  ['sha256=xyz', 'wrong', 'not_hex'],
  [good.slice(0, -2), 'wrong', 'wrong_length'],
  [`${good}00`, 'wrong', 'wrong_length'],
  [`sha256=${'a'.repeat(100_000)}`, 'wrong', 'wrong_length'],
  [`${good}, ${good}`, 'wrong', 'several_headers'],
])('judges the header %s as %s', (header, verdict, reason) => {
  expect(verifySignature(body, header, [lab])).toMatchObject({ verdict, reason, profileId: null });
});

it('tells a signature that nobody here can judge from a wrong one', () => {
  expect(verifySignature(body, good, [])).toMatchObject({ verdict: 'no-secret', reason: 'no_secret_kept' });
});

it('judges the bytes, not what they mean', () => {
  expect(verifySignature(bytes('{"event":"task.completed","task_id":"a1"}'), good, [lab]).verdict).toBe('wrong');
});

/**
 * Welch's t of the times for a header that differs at its first and at its last digit, taken in turn. A comparison
 * that stops at the first difference gives tens; the bound leaves room for a noisy machine.
 */
it('takes the same time wherever the signature differs', () => {
  const early = good.replace(/=./, (start) => (start === '=0' ? '=1' : '=0'));
  const late = good.slice(0, -1) + (good.endsWith('0') ? '1' : '0');
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < 6000; round += 1) {
    const which = round % 2;
    const start = process.hrtime.bigint();
    verifySignature(body, which === 0 ? early : late, [lab]);
    samples[which as 0 | 1].push(Number(process.hrtime.bigint() - start));
  }
  const [a, b] = samples.map((times) => {
    // the slowest are the machine's, not the code's
    const kept = times
      .slice(500)
      .sort((x, y) => x - y)
      .slice(0, Math.floor((times.length - 500) * 0.8));
    const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
    const variance = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1);
    return { mean, error: variance / kept.length };
  }) as [{ mean: number; error: number }, { mean: number; error: number }];
  const difference = Math.abs(a.mean - b.mean);
  expect(difference / Math.sqrt(a.error + b.error) < 12 || difference < 0.05 * a.mean).toBe(true);
});
