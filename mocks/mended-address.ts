const ENCODED = /(?:%[0-9a-f]{2})+/gi;

const decodes = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * An address whose percent-encoding is broken, as servers read it: a `%` that encodes nothing is itself, bytes that
 * are no UTF-8 are U+FFFD. Such a path then names nothing, and is answered as anything unknown is. The router would throw.
 */
export function mendedAddress(address: string): string {
  const url = new URL(address);
  if (decodes(url.pathname)) return address;
  url.pathname = url.pathname
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(ENCODED, (run) =>
      decodes(run) ? run : encodeURIComponent(Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')),
    );
  return url.href;
}
