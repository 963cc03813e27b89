import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import type { ServerFigure } from '../../../src/main/figures/figure-protocol';
import { COMPOSITE_DEFAULTS } from '../../../src/shared/composite-layout';
import { bombFile, panelFile, textFile } from '../../support/panel-files';
import { startRenderProcesses } from '../../support/render-process';
import { temporaryFolder } from '../../support/temporary-folder';

const server = (...panels: string[]): ServerFigure => ({
  ...{ mode: 'server', missingGlyphs: 'boxes', panels },
  ...COMPOSITE_DEFAULTS,
});

for (const signal of ['SIGKILL', 'SIGSEGV'] as const) {
  it(`finishes a render with a new worker when ${signal} ends the old one in the middle of it`, async () => {
    const { figures, children } = startRenderProcesses();
    const panels = [panelFile(3000, 2400), panelFile(2400, 2400), panelFile(2000, 2600)];
    // the worker is up and answers before it is killed
    await figures.preview(server(panelFile(60, 50), panelFile(50, 50)), { maxSide: 400, have: [] });
    const out = join(temporaryFolder(), 'figure.png');
    const rendered = figures.render(server(...panels), out);
    const previewed = figures.preview(server(panelFile(60, 50), panelFile(50, 50)), { maxSide: 400, have: [] });
    children[0]?.kill(signal);
    const { width, height } = await rendered;
    expect(children).toHaveLength(2);
    const png = decode(readFileSync(out));
    expect([png.width, png.height]).toEqual([width, height]);
    await expect(previewed).resolves.toMatchObject({ mode: 'server', width: 170 });
  }, 60_000);
}

it('says what is wrong with hostile files, and draws the next figure', async () => {
  const { figures, children } = startRenderProcesses();
  const good = panelFile(80, 60);
  const whole = readFileSync(panelFile(300, 300));
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">${inside}</svg>`;
  const hostile: [file: string, code: string][] = [
    [textFile('cut.png', whole.subarray(0, whole.length / 2)), 'image_damaged'],
    [bombFile(50_000, 50_000), 'image_too_large'],
    [textFile('text.png', 'not a picture'), 'image_unsupported'],
    [textFile('empty.png', ''), 'file_empty'],
    [join(temporaryFolder(), 'gone.png'), 'file_missing'],
    [textFile('linked.svg', svg('<image href="file:///etc/passwd" width="9" height="9"/>')), 'svg_external'],
    [textFile('styled.svg', svg('<style>@import url(http://example.com/a.css);</style>')), 'svg_external'],
    [
      textFile('entity.svg', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`),
      'svg_external',
    ],
  ];
  for (const [file, code] of hostile) {
    const out = join(temporaryFolder(), 'figure.png');
    await expect(figures.render(server(good, file), out), file).rejects.toMatchObject({ code });
  }
  const scripted = textFile(
    'scripted.svg',
    svg('<script>while(true){}</script><rect width="80" height="60" fill="red"/>'),
  );
  await expect(figures.preview(server(good, scripted), { maxSide: 900, have: [] })).resolves.toMatchObject({
    width: 220,
  });
  expect(children).toHaveLength(1);
}, 60_000);
