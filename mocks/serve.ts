import { join } from 'node:path';
import { systemClock } from '../src/shared/clock';
import { DEMO_CREDENTIALS } from './credentials';
import { BadServeOptions, readServeOptions, USAGE } from './serve-options';
import { startMockServer } from './server';

/** What a client is set up with: one base address and the keys for each provider. */
function guide(url: string) {
  const { paperbanana, bananahub, bananadev } = DEMO_CREDENTIALS;
  return {
    paperbanana: { baseUrl: url, apiKey: paperbanana.user, adminKey: paperbanana.admin },
    bananahub: { baseUrl: `${url}/bananahub/api/v1`, apiKey: bananahub.user },
    bananadev: { baseUrl: `${url}/bananadev`, apiToken: bananadev.user },
  };
}

async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(USAGE);
    return;
  }
  const server = await startMockServer({
    settings: () => options.settings,
    clock: systemClock,
    resourcesDir: join(__dirname, '../resources'),
    port: options.port,
    deliver: (request) => fetch(request),
  });
  const providers = guide(server.url);
  const lines = Object.entries(providers).map(([name, account]) =>
    Object.entries(account)
      .map(([key, value], index) => `${(index === 0 ? name : '').padEnd(12)}${key.padEnd(10)}${value}`)
      .join('\n'),
  );
  process.stdout.write(options.json ? `${JSON.stringify(providers)}\n` : `${lines.join('\n')}\n`);
  const end = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`mock: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof BadServeOptions) process.stderr.write(USAGE);
  process.exitCode = error instanceof BadServeOptions ? 2 : 1;
});
