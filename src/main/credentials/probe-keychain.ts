import type { Clock } from '../../shared/clock';
import type { Keytar, LoadKeytar } from './load-keytar';

/** The name of all our entries in the system's keychain. */
export const SERVICE = 'Plantain';
/** A locked keyring may be waiting for somebody to type a password into its window. */
const PROBE_MS = 20_000;

/**
 * `absent`: this system has none, so nothing can lie in it. `broken`: there is one, but it does not do its work
 * (locked, denied, out of order), and what lies in it cannot be seen. `reason` is the system's own text.
 */
export type Probe = { kind: 'works'; keytar: Keytar } | { kind: 'absent' | 'broken'; reason: string };

/**
 * What GLib and libsecret say where there is no bus, no service on it, or no keyring in the service. Translated
 * systems word some of these otherwise; they then read as broken, which only costs a less fitting sentence.
 */
const NOTHING_THERE =
  /autolaunch D-Bus|dbus-launch|Could not connect|not provided by any \.service files|ServiceUnknown|Object does not exist at path/i;

function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 300);
}

function within<T>(work: Promise<T>, clock: Clock, delay: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(delay, () => {
      reject(new Error(`no answer within ${delay / 1000} s`));
    });
    work.then(resolve, reject).finally(cancel);
  });
}

async function roundTrip(keytar: Keytar, account: string): Promise<void> {
  await keytar.setPassword(SERVICE, account, 'probe');
  const read = await keytar.getPassword(SERVICE, account);
  await keytar.deletePassword(SERVICE, account);
  if (read !== 'probe') throw new Error('a test entry could not be read back');
}

/**
 * Stores, reads and deletes an entry of its own. Nothing less proves a keychain: a locked one, or none behind a
 * bus, answers null to every question, as if nothing had ever been stored.
 */
export async function probeKeychain(load: LoadKeytar, clock: Clock): Promise<Probe> {
  let keytar: Keytar;
  try {
    keytar = await load();
  } catch (error) {
    return { kind: 'absent', reason: textOf(error) };
  }
  try {
    // two programs may probe at once and must not delete each other's entry
    await within(roundTrip(keytar, `probe-${process.pid}`), clock, PROBE_MS);
    return { kind: 'works', keytar };
  } catch (error) {
    const reason = textOf(error);
    return { kind: NOTHING_THERE.test(reason) ? 'absent' : 'broken', reason };
  }
}
