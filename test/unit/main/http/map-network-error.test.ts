import { expect, it } from 'vitest';
import { mapNetworkError } from '../../../../src/main/http/map-network-error';
import { RequestFailure } from '../../../../src/main/http/request-failure';

/** As Node's fetch throws: the reason is the cause. */
function fetchFailed(code: string, extra: { message?: string; syscall?: string } = {}): TypeError {
  const cause = Object.assign(new Error(extra.message ?? code), { code, ...extra });
  return new TypeError('fetch failed', { cause });
}

const kindOf = (error: unknown) => mapNetworkError(error).kind;

it.each([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])('takes %s of Node as never sent', (code) => {
  expect(kindOf(fetchFailed(code))).toBe('never_sent');
});

it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'HPE_INVALID_CONSTANT', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])(
  'takes %s of Node as lost',
  (code) => {
    expect(kindOf(fetchFailed(code))).toBe('lost');
  },
);

it('takes an unreachable network as never sent only while connecting', () => {
  expect(kindOf(fetchFailed('ENETUNREACH', { syscall: 'connect' }))).toBe('never_sent');
  expect(kindOf(fetchFailed('ETIMEDOUT', { syscall: 'connect' }))).toBe('never_sent');
  expect(kindOf(fetchFailed('ETIMEDOUT', { syscall: 'read' }))).toBe('lost');
});

it('takes a reset during the TLS handshake as never sent', () => {
  const message = 'Client network socket disconnected before secure TLS connection was established';
  expect(kindOf(fetchFailed('ECONNRESET', { message }))).toBe('never_sent');
});

it('takes a TLS record that does not decrypt as lost', () => {
  const message = 'write EPROTO: SSL routines:ssl3_read_bytes:sslv3 alert bad record mac';
  expect(kindOf(fetchFailed('EPROTO', { message }))).toBe('lost');
  expect(kindOf(fetchFailed('EPROTO', { message: 'write EPROTO: wrong version number' }))).toBe('never_sent');
});

it('looks into a failure that brings one error for each address', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:80'), { code: 'ECONNREFUSED' });
  const cause = Object.assign(new AggregateError([refused, refused]), { code: 'ECONNREFUSED' });
  expect(kindOf(new TypeError('fetch failed', { cause }))).toBe('never_sent');
});

it('knows the time-outs of Node', () => {
  expect(kindOf(fetchFailed('UND_ERR_HEADERS_TIMEOUT'))).toBe('timeout');
});

it.each([
  'NAME_NOT_RESOLVED',
  'DNS_TIMED_OUT',
  'CONNECTION_REFUSED',
  'CONNECTION_TIMED_OUT',
  'ADDRESS_UNREACHABLE',
  'INTERNET_DISCONNECTED',
  'CERT_AUTHORITY_INVALID',
  'SSL_PROTOCOL_ERROR',
  'PROXY_CONNECTION_FAILED',
  'TUNNEL_CONNECTION_FAILED',
  'SOCKS_CONNECTION_FAILED',
  'UNSAFE_PORT',
])('takes net::ERR_%s of Electron as never sent', (code) => {
  const failure = mapNetworkError(new Error(`net::ERR_${code}`));
  expect(failure).toMatchObject({ kind: 'never_sent', detail: `net::ERR_${code}` });
});

it.each([
  'CONNECTION_RESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ABORTED',
  'EMPTY_RESPONSE',
  'NETWORK_CHANGED',
  'NETWORK_IO_SUSPENDED',
  'HTTP2_PROTOCOL_ERROR',
  'CONTENT_LENGTH_MISMATCH',
  'INCOMPLETE_CHUNKED_ENCODING',
  'SSL_BAD_RECORD_MAC_ALERT',
  'ABORTED',
])('takes net::ERR_%s of Electron as lost', (code) => {
  expect(kindOf(new Error(`net::ERR_${code}`))).toBe('lost');
});

it('knows the time-out of Electron', () => {
  expect(kindOf(new Error('net::ERR_TIMED_OUT'))).toBe('timeout');
});

it('takes what it does not know as lost: that proves nothing', () => {
  expect(kindOf(new Error('Redirect was cancelled'))).toBe('lost');
  expect(kindOf('text')).toBe('lost');
  expect(kindOf(undefined)).toBe('lost');
});

it('leaves a failure of ours alone', () => {
  const failure = new RequestFailure('timeout');
  expect(mapNetworkError(failure)).toBe(failure);
});
