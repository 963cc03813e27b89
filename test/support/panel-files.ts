import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { crc32 } from './crc32';
import { temporaryFolder } from './temporary-folder';

/** A PNG of one colour with a diagonal line, in a folder of the test's own. */
export function panelFile(width: number, height: number, shade = 200, name = `panel-${width}x${height}-${shade}.png`) {
  const data = new Uint8Array(width * height * 3).fill(shade);
  for (let y = 0; y < height; y += 1)
    data.fill(
      10,
      (y * width + Math.floor((y * width) / height)) * 3,
      (y * width + Math.floor((y * width) / height)) * 3 + 3,
    );
  const file = join(temporaryFolder(), name);
  writeFileSync(file, encode({ width, height, channels: 3, data }));
  return file;
}

/** A file with this content. */
export function textFile(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** A small PNG whose header, with a right check sum, claims to be of this size. */
export function bombFile(width: number, height: number): string {
  const bytes = Buffer.from(readFileSync(panelFile(20, 20)));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return textFile('bomb.png', bytes);
}
