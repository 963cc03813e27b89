// Run by a test as a program of its own: opens the real vault, does what the arguments say, one after the other, and
// prints one JSON line for each. `status`, `find ID`, `set ID SECRET`, `delete ID`, joined by commas.
import { loadKeytar } from '../../src/main/credentials/load-keytar';
import { openVault } from '../../src/main/credentials/open-vault';
import { toAppErrorData } from '../../src/shared/app-error';
import { systemClock } from '../../src/shared/clock';

const vault = openVault({ load: loadKeytar, clock: systemClock, platform: process.platform });

async function perform(command: string): Promise<unknown> {
  const [verb, id = '', secret = '', server] = command.split(' ');
  switch (verb) {
    case 'status':
      return vault.status();
    case 'find':
      return vault.find(id);
    case 'set':
      return vault.set(id, secret, 'keychain', server ?? null);
    case 'delete':
      return vault.delete(id);
    default:
      throw new Error(`no such command: ${command}`);
  }
}

async function main(): Promise<void> {
  for (const command of (process.argv[2] ?? '').split(',')) {
    try {
      console.log(JSON.stringify({ value: (await perform(command)) ?? null }));
    } catch (error) {
      console.log(JSON.stringify({ error: toAppErrorData(error) }));
    }
  }
}

void main();
