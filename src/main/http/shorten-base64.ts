/** Long enough that no word, hash, id or key reaches it. */
const LEAST = 256;
const RUN = new RegExp(`[A-Za-z0-9+/_-]{${LEAST},}={0,2}`, 'g');
/** Base64 wrapped into lines, as MIME does. */
const WRAPPED = /^(data:[^,]{0,100};base64,)?[A-Za-z0-9+/\r\n]+={0,2}\s*$/;

/** Of a text that is longer than this only the ends are looked at. */
const LONG = 1_000_000;
const ENDS = 10_000;
const HEAD = /^(data:[^,]{0,100};base64,)?[A-Za-z0-9+/_-]*$/;
const TAIL = /^[A-Za-z0-9+/_-]*={0,2}$/;

function note(base64: string): string {
  return `<base64, ${Math.floor((base64.replace(/[=\s]+/g, '').length * 3) / 4)} bytes>`;
}

/** Replaces long base64 inside a text by `<base64, N bytes>`, N being the size decoded; a data URL keeps its head. */
export function shortenBase64(text: string): string {
  if (text.length < LEAST) return text;
  const long = text.length > LONG && TAIL.test(text.slice(-ENDS)) ? HEAD.exec(text.slice(0, ENDS)) : null;
  if (long) {
    const head = long[1] ?? '';
    const letters = text.length - head.length - (/=*$/.exec(text.slice(-2))?.[0].length ?? 0);
    return `${head}<base64, ${Math.floor((letters * 3) / 4)} bytes>`;
  }
  const wrapped = WRAPPED.exec(text);
  if (wrapped) {
    const head = wrapped[1] ?? '';
    return head + note(text.slice(head.length));
  }
  return text.replace(RUN, note);
}
