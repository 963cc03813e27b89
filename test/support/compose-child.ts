import { join } from 'node:path';
import { createFigureWorker } from '../../src/main/figures/figure-worker';
import { rasterize } from '../../src/main/figures/rasterize';
import { chooseEngine, type Engine } from '../../src/main/figures/sharp-loader';
import { COMPOSITE_DEFAULTS } from '../../src/shared/composite-layout';

/** Renders a figure once, engine warm, and prints the time and the most memory that it took. */
async function main([engine = 'native', out = '', ...panels]: string[]): Promise<void> {
  chooseEngine(engine as Engine);
  await rasterize('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', 8);
  const worker = createFigureWorker(join(__dirname, '../../resources'));
  const start = performance.now();
  await worker.render({ figure: { mode: 'server', missingGlyphs: 'boxes', panels, ...COMPOSITE_DEFAULTS }, out });
  const ms = performance.now() - start;
  // kilobytes here, whatever the system counts in
  process.stdout.write(JSON.stringify({ ms, peakRssMB: (process.resourceUsage().maxRSS * 1024) / 1e6 }));
}

void main(process.argv.slice(2)).then(() => process.exit(0));
