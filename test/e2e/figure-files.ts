import { encode } from 'fast-png';
import { crc32 } from '../support/crc32';
import { emptyFigure, type Figure } from '../../src/shared/figure';
import type { App } from './app';

/** A picture of one colour with a stripe. */
export function picture(width: number, height: number, shade: number): Uint8Array {
  const data = new Uint8Array(width * height * 3).fill(shade);
  for (let y = 0; y < height; y += 1) data.fill(shade / 2, y * width * 3, (y * width + Math.round(width / 4)) * 3);
  return encode({ width, height, channels: 3, data });
}

/** A plot as paths and one line of text, `points` high when it is 80 mm wide. */
export const plot = (points: number): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" viewBox="0 0 800 500">
      <path d="M40 40 L40 460 L760 460" fill="none" stroke="#333" stroke-width="2"/>
      <path d="M40 440 L300 260 L520 300 L740 80" fill="none" stroke="#2b6399" stroke-width="4"/>
      <text x="60" y="70" font-family="DejaVu Sans" font-size="${(points * 25.4 * 10) / 72}">accuracy</text>
    </svg>`,
  );

const svg = (content: string): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="50">${content}</svg>`,
  );

function bomb(): Uint8Array {
  const bytes = Buffer.from(picture(20, 20, 200));
  bytes.writeUInt32BE(50_000, 16);
  bytes.writeUInt32BE(50_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** Files that somebody may drop, and what is to be said of them. */
export const HOSTILE: { name: string; bytes: Uint8Array; says: RegExp }[] = [
  { name: 'bomb.png', bytes: bomb(), says: /image_too_large/ },
  {
    name: 'script.svg',
    bytes: svg('<script>alert(1)</script><rect width="80" height="50"/>'),
    says: /"ok":true|svg_external|not_an_image/,
  },
  {
    name: 'outside.svg',
    bytes: svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    says: /svg_external/,
  },
  { name: 'text.png', bytes: Buffer.from('no picture at all'), says: /not_an_image|image_unsupported/ },
];

/** Takes a file in as a drop does, and says what it is called in the store. */
export async function takeIn({ page }: App, name: string, bytes: Uint8Array): Promise<string> {
  return page.evaluate(
    async ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const reply = await window.plantain.call('file.import', { name, bytes, kind: 'panels' });
      const { ok, value, error } = reply as { ok: boolean; value?: { $file: string }; error?: { code: string } };
      if (!ok || !value) throw new Error(error?.code);
      return value.$file;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}

/** Keeps a figure for print and opens the Figure screen, which shows the last one. */
export async function openFigure(
  app: App,
  panels: [name: string, sha256: string][],
  journal: Partial<Figure['journal']>,
) {
  const figure = emptyFigure('figure-of-test', Date.now());
  const own: Figure = {
    ...figure,
    name: 'Routing',
    mode: 'journal',
    panels: panels.map(([name, sha256], index) => ({ id: `p${index}`, name, source: { kind: 'asset', sha256 } })),
    journal: { ...figure.journal, ...journal },
  };
  await app.page.evaluate((kept) => window.plantain.call('figure.save', { figure: kept }), own);
  await app.page.getByRole('button', { name: 'Figure', exact: true }).first().click();
  // the worker's first picture waits for sharp
  await app.page.getByTestId('findings').waitFor({ timeout: 60_000 });
  return own;
}

/** Whatever is saved next goes there. */
export async function saveTo({ electron }: App, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

export async function chooseFolder({ electron }: App, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
}

/** Ends the image worker as a crash or the system would. False where none runs. */
export async function killWorker({ electron }: App, signal: 'SIGKILL' | 'SIGSEGV'): Promise<boolean> {
  return electron.evaluate(({ app }, name) => {
    const worker = app
      .getAppMetrics()
      .find((one) => one.serviceName === 'Plantain images' || one.name === 'Plantain images');
    return worker ? process.kill(worker.pid, name) : false;
  }, signal);
}
