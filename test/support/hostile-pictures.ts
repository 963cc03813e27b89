import type { Hostile, HostileCase } from './hostile-case';
import { PICTURES } from './small-pictures';
import { answer, bytes, closeAtOnce, cutShort, jsonAnswer, resetAtOnce, type RawReply } from './raw-server';

type Reply = (c: HostileCase) => RawReply;
const file =
  (content: string | Buffer, type = 'image/png', ...lines: string[]): Reply =>
  () =>
    answer('200 OK', content, `content-type: ${type}`, ...lines);

/** Asked for again, and at last told as missing; never done. */
const never = (name: string, picture: Reply, ...codes: string[]): Hostile => ({
  name: `picture: ${name}`,
  picture,
  expected: { states: ['collecting', 'failed', 'blocked'], codes, spent: 'yes', units: 1, pictures: 'any' },
});
const done = (name: string, picture: Reply): Hostile => ({
  name: `picture: ${name}`,
  picture,
  expected: { states: ['done'], units: 1, pictures: 1 },
});

const { png, jpeg, webp, gif, pdf, svg } = PICTURES;
const zeroPixels = Buffer.from(png);
zeroPixels.writeUInt32BE(0, 16);
const longerThanIs = Buffer.from(webp);
longerThanIs.writeUInt32LE(webp.length + 1000, 4);

const BROKEN: string[] = ['incomplete', 'bad_answer'];
const LOST: string[] = ['connection_lost'];

export const HOSTILE_PICTURES: readonly Hostile[] = [
  never('14 bytes of PNG', file(png.subarray(0, 14)), ...BROKEN),
  never('PNG without its end', file(png.subarray(0, -12)), ...BROKEN),
  never('PNG without its last byte', file(png.subarray(0, -1)), ...BROKEN),
  never('PNG of no pixels', file(zeroPixels), ...BROKEN),
  never('JPEG without its end', file(jpeg.subarray(0, -2)), ...BROKEN),
  never('3 bytes of JPEG', file(jpeg.subarray(0, 3)), ...BROKEN),
  never('WebP that says it is longer', file(longerThanIs), ...BROKEN),
  never('WebP cut short', file(webp.subarray(0, -4)), ...BROKEN),
  never('GIF without its end', file(gif.subarray(0, -1)), ...BROKEN),
  never('16 bytes of PDF', file(pdf.subarray(0, 16), 'application/pdf'), ...BROKEN),
  never('PDF without its end', file(pdf.subarray(0, -8), 'application/pdf'), ...BROKEN),
  never('SVG without its end', file(svg.subarray(0, -6), 'image/svg+xml'), ...BROKEN),
  never('SVG that is a page', file('<html><svg></svg></html>', 'image/svg+xml'), ...BROKEN),
  never('SVG that is a text', file('not an <svg/>', 'image/svg+xml'), ...BROKEN),
  never('a page', file('<html>login</html>', 'text/html'), 'gateway_page'),
  never('a page called PNG', file('<html>login</html>'), ...BROKEN),
  never('JSON', file('{"detail":"later"}', 'application/json'), ...BROKEN),
  never('JSON called PNG', file('{"detail":"later"}'), ...BROKEN),
  never('a program', file(Buffer.from('7f454c4602010100', 'hex')), ...BROKEN),
  never('zeros', file(Buffer.alloc(5000)), ...BROKEN),
  never('nothing', file(''), 'file_empty', ...BROKEN),
  never('204', () => bytes('HTTP/1.1 204 N\r\nconnection: close\r\n\r\n'), 'file_empty', ...BROKEN),
  never('404 not yet', () => jsonAnswer('404 N', { detail: 'Image not available yet' }), 'not_found'),
  never('404 of a proxy', () => answer('404 N', 'gone', 'content-type: text/plain'), 'not_found', 'gateway_page'),
  never('404 as a page', () => answer('404 N', '<h1>404</h1>', 'content-type: text/html'), 'gateway_page'),
  never('401', () => jsonAnswer('401 U', { detail: 'Invalid API key' }), 'unauthorized'),
  never('403', () => jsonAnswer('403 F', { detail: 'Quota exhausted' }), 'quota_exhausted'),
  never('429', () => jsonAnswer('429 T', {}), 'rate_limited'),
  never('500', () => answer('500 I', 'Internal Server Error', 'content-type: text/plain'), 'server_error'),
  never('status 999', () => answer('999 X', png), 'server_error'),
  never('a circle', (c) => answer('302 F', '', `location: /api/tasks/${c.task}/image`), 'refused'),
  never('sent to another origin', () => answer('302 F', '', 'location: http://127.0.0.1:9/a.png'), 'refused'),
  never('sent to a file', () => answer('302 F', '', 'location: file:///etc/passwd'), 'refused'),
  never('sent to data', () => answer('302 F', '', 'location: data:image/png;base64,AAAA'), 'refused'),
  never('cut short', () => cutShort('200 OK', png.subarray(0, 40), 'end', 'content-type: image/png'), ...LOST),
  never('reset', () => cutShort('200 OK', png.subarray(0, 40), 'reset', 'content-type: image/png'), ...LOST),
  never(
    'a chunk cut short',
    () => bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n50\r\n\x89PNG'),
    ...LOST,
  ),
  never('closed', () => closeAtOnce, ...LOST),
  never('reset at once', () => resetAtOnce, ...LOST),
  never('gzip that is none', file(png, 'image/png', 'content-encoding: gzip'), ...LOST),
  done('JPEG called PNG', file(jpeg)),
  done('no type', () => answer('200 OK', png)),
  done('a type of nonsense', file(png, '\xff\xfe;;;=')),
  done(
    'a name in Chinese',
    file(png, 'image/png', 'content-disposition: attachment; filename="\xe4\xb8\xad\xe6\x96\x87.png"'),
  ),
  done(
    'a name that climbs',
    file(png, 'image/png', 'content-disposition: attachment; filename="../../../../etc/x.png"'),
  ),
  done('an encoding that nobody knows', file(png, 'image/png', 'content-encoding: zopfli')),
  done('WebP called PNG', file(webp)),
];
