import { url as inspectorUrl } from 'node:inspector';
import { writeSync } from 'node:fs';
import { app } from 'electron';

/**
 * Switches that let another program look into the window or into this process, or weaken what stands between pages
 * and the network. Chromium and Node obey them in an installed program as well, and no fuse turns the first group off.
 */
const REFUSED: readonly string[] = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-debugging-targets'],
  ...['remote-allow-origins', 'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'inspect-wait'],
  ...['debug', 'debug-brk', 'debug-port', 'js-flags', 'enable-automation', 'auto-open-devtools-for-tabs'],
  ...['disable-web-security', 'load-extension', 'ignore-certificate-errors', 'ssl-key-log-file'],
  ...['ignore-certificate-errors-spki-list', 'log-net-log', 'renderer-cmd-prefix', 'utility-cmd-prefix'],
  ...['gpu-launcher', 'host-rules', 'host-resolver-rules'],
];

/**
 * Ends an installed program that was started with one of these: whoever reads the window reads prompts and results,
 * and enters what it likes. This has to run first: Chromium opens its port once the start-up script is through.
 *
 * A program whose main process already has an inspector at its side is let be: that is a build whose fuse allows it
 * (for the test that drives the package), and whoever sits there needs no other way in. In what is shipped the fuse is
 * off, so that no switch brings about this state.
 */
export function refuseDebugging(): void {
  if (!app.isPackaged || inspectorUrl() !== undefined) return;
  const found = REFUSED.find((name) => app.commandLine.hasSwitch(name));
  if (found === undefined) return;
  // not a stream: the process is gone before one has written
  writeSync(
    2,
    `plantain: --${found} is refused: an installed Plantain can't be debugged. Run it from its source for that.\n`,
  );
  // no window, no database, nothing to close yet; app.exit would wait for a start that must not happen
  (process as unknown as { reallyExit(code: number): void }).reallyExit(1);
}
