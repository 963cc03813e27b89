import { RequestFailure } from './request-failure';

/**
 * Errors of Node's fetch that arise before a request is written: name lookup, connecting, TLS handshake.
 * ETIMEDOUT and the E*UNREACH family can also hit an open connection, so they count only with `connect`.
 */
const NODE_NEVER_SENT = /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|EADDRNOTAVAIL|ENETDOWN|EACCES)$/;
const NODE_WHILE_CONNECTING = /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/;
/** Node hands on the names of OpenSSL's certificate checks; they end the handshake. */
const NODE_CERTIFICATE =
  /^(CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED_CERT[A-Z_]*|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)_[A-Z_]+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CRL_[A-Z_]+|ERR_TLS_[A-Z_]+)$/;
const NODE_TLS = /^(ERR_SSL_|EPROTO$)/;
const NODE_TIMEOUT = /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/;
/** A record that does not decrypt can only belong to a connection that was up. */
const AFTER_HANDSHAKE = /bad.record.mac|decrypt/i;
const BEFORE_HANDSHAKE_ENDED = /before secure TLS connection was established/;

/**
 * Chromium's codes (net_error_list.h) for the same, with proxies, and for requests it will not even start.
 * ADDRESS_UNREACHABLE on an open connection would take TCP a quarter of an hour: our own time-outs come first.
 */
const CHROMIUM_NEVER_SENT =
  /^ERR_(NAME_|DNS_|ICANN_|CONNECTION_REFUSED|CONNECTION_FAILED|CONNECTION_TIMED_OUT|ADDRESS_|INTERNET_DISCONNECTED|CERT_|SSL_|PROXY_|TUNNEL_|SOCKS_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|PAC_|HTTPS_PROXY_|UNSAFE_PORT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|INVALID_URL|BLOCKED_BY_(CLIENT|ADMINISTRATOR)|ECH_)/;
const CHROMIUM_TIMEOUT = /^ERR_TIMED_OUT$/;

interface Link {
  code: string;
  message: string;
  syscall: string;
}

/** The error and what caused it, outermost first; a Happy Eyeballs failure brings one error per address. */
function chainOf(error: unknown): Link[] {
  const links: Link[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && links.length < 10) {
    const next = queue.shift();
    if (typeof next !== 'object' || next === null) continue;
    const { code, message, syscall, cause, errors } = next as Record<string, unknown>;
    links.push({
      code: typeof code === 'string' ? code : '',
      message: typeof message === 'string' ? message : '',
      syscall: typeof syscall === 'string' ? syscall : '',
    });
    queue.push(cause);
    if (Array.isArray(errors)) queue.push(...(errors as unknown[]));
  }
  return links;
}

function nodeFailure({ code, message, syscall }: Link): RequestFailure | undefined {
  // fetch refuses some ports before it opens a socket, and gives that no code
  if (code === '') return message === 'bad port' ? new RequestFailure('never_sent', message) : undefined;
  const detail = message && message !== code ? message : code;
  if (NODE_TIMEOUT.test(code)) return new RequestFailure('timeout', detail);
  const handshake = NODE_CERTIFICATE.test(code) || (NODE_TLS.test(code) && !AFTER_HANDSHAKE.test(`${code} ${message}`));
  const unsent =
    NODE_NEVER_SENT.test(code) ||
    (NODE_WHILE_CONNECTING.test(code) && syscall === 'connect') ||
    handshake ||
    BEFORE_HANDSHAKE_ENDED.test(message);
  return new RequestFailure(unsent ? 'never_sent' : 'lost', detail);
}

function chromiumFailure(message: string): RequestFailure | undefined {
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  if (code === undefined) return undefined;
  const detail = `net::${code}`;
  if (CHROMIUM_TIMEOUT.test(code)) return new RequestFailure('timeout', detail);
  const unsent = CHROMIUM_NEVER_SENT.test(code) && !AFTER_HANDSHAKE.test(code);
  return new RequestFailure(unsent ? 'never_sent' : 'lost', detail);
}

/**
 * Reads what a rejected fetch or a broken body means. Knows the errors of Node's fetch (undici: the reason is
 * the `cause`) and of Electron's net (the reason is a `net::ERR_…` text). What it does not know proves
 * nothing about the request and is therefore `lost`.
 */
export function mapNetworkError(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const links = chainOf(error);
  for (const link of links) {
    const failure = chromiumFailure(link.message) ?? nodeFailure(link);
    if (failure) return failure;
  }
  return new RequestFailure('lost', links.at(-1)?.message ?? '', { cause: error });
}
