function parsed(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

/** `URL` has already put every spelling of an IPv4 address into four decimal numbers. */
const isHere = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** True for http to another computer: the key would travel in the open. Main has the last word. */
export function isOpenAddress(text: string): boolean {
  const url = parsed(text);
  return url?.protocol === 'http:' && !isHere(url.hostname);
}

/** What is wrong with an address as far as that can be seen while it is typed: a code of `issues`. */
export function addressIssue(text: string): string | undefined {
  if (text.trim() === '') return 'required';
  const url = parsed(text);
  if (!url) return 'not_a_url';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_a_web_url';
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return 'bad_format';
  return undefined;
}
