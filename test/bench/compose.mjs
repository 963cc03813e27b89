import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Panels of each size: how many, width, height. */
const SIZES = { small: [3, 900, 700], medium: [4, 2048, 1536], large: [12, 4096, 4096] };
const ENGINES = ['native', 'wasm'];
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Something like a diagram on paper: flat areas, thin lines, and a photograph's noise in one corner. */
export async function makePanel(file, width, height, seed) {
  const boxes = Array.from({ length: 40 }, (_, index) => {
    const x = (index * 733 + seed * 211) % width;
    const y = (index * 397 + seed * 89) % height;
    const hue = (index * 47 + seed * 31) % 360;
    return `<rect x="${x}" y="${y}" width="${width / 9}" height="${height / 14}" rx="8" fill="hsl(${hue},60%,80%)" stroke="#333"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${boxes.join('')}</svg>`;
  const noise = {
    create: { width: width >> 2, height: height >> 2, channels: 3, noise: { type: 'gaussian', mean: 150, sigma: 20 } },
  };
  const corner = await sharp(noise).png().toBuffer();
  const page = sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  await page
    .composite([{ input: Buffer.from(svg) }, { input: corner, gravity: 'southeast' }])
    .removeAlpha()
    .png()
    .toFile(file);
}

/** Runs one engine in a process of its own, as one process cannot hold both. */
function run(engine, panels, out) {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', join(root, 'test/support/compose-child.ts'), engine, out, ...panels];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`${engine} ended with ${code}`)),
    );
  });
}

/** Full renders, decoding and PNG included, engine warm; and the most memory that any of the processes needed. */
export async function measure() {
  const folder = await mkdtemp(join(tmpdir(), 'plantain-bench-'));
  const metrics = { 'compose.peakRssMB': 0 };
  try {
    for (const [size, [count, width, height]] of Object.entries(SIZES)) {
      const panels = Array.from({ length: count }, (_, index) => join(folder, `${size}-${index}.png`));
      for (const [index, panel] of panels.entries()) await makePanel(panel, width, height, index);
      for (const engine of ENGINES) {
        const { ms, peakRssMB } = await run(engine, panels, join(folder, 'figure.png'));
        metrics[`compose.${size}.${engine}Ms`] = ms;
        metrics['compose.peakRssMB'] = Math.max(metrics['compose.peakRssMB'], peakRssMB);
      }
      await Promise.all(panels.map((panel) => rm(panel)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return metrics;
}
