import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import { isLoopback } from '../../shared/loopback';
import type { WebhookSettings } from '../../shared/settings';
import type { ProfileSecretView, WebhookState } from '../../shared/webhook-operations';
import { openDatabase, type Database } from '../jobs/database';
import { createHints, type KnownJob } from './hints';
import { createInbox, INBOX_STEPS, type Inbox } from './inbox';
import { startListener, type Listener } from './listener';
import type { ListenerSeat } from './listener-seat';
import { throttled } from './throttle';
import type { ProfileSecret } from './signature';

export interface WebhookServiceOptions {
  /** Holds `webhooks.db`. */
  folder: string;
  settings(): WebhookSettings;
  secrets: { list(): Promise<ProfileSecret[]>; views(): Promise<ProfileSecretView[]> };
  findJob(provider: string, taskId: string): KnownJob | undefined;
  lookNow(id: string): void;
  /** One listener for both modes: there is one port. */
  seat: ListenerSeat;
  clock: Clock;
  log: Log;
  /** Something in the inbox; throttled. */
  onChanged(): void;
  /** The listener, its settings or a secret. */
  onState(): void;
}

/** The listener and the inbox of one mode. Nothing is opened before it is needed. */
export interface WebhookService {
  state(): Promise<WebhookState>;
  /** Throws listen_failed, and invalid_input for an address that was not allowed. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** After a change of settings or secrets. */
  refresh(changed: 'settings' | 'secrets'): Promise<void>;
  inbox(): Inbox;
  /** Zero without opening anything where nothing was ever received. */
  unread(): number;
  findJob(provider: string, taskId: string): KnownJob | undefined;
  /** To be given when the delivery is on the disk. */
  hint(provider: string, taskId: string): void;
  changed(): void;
  close(): Promise<void>;
}

/** A window that is told more often only spends its time asking. */
const TOLD_MS = 250;

export function createWebhookService(options: WebhookServiceOptions): WebhookService {
  const { folder, settings, secrets, findJob, lookNow, seat, clock, log, onState } = options;
  const file = join(folder, 'webhooks.db');
  const hint = createHints({ find: findJob, lookNow, clock });
  const told = throttled(clock, TOLD_MS, options.onChanged);
  let opened: { database: Database; inbox: Inbox } | undefined;
  let listener: Listener | undefined;
  let error: AppErrorData | null = null;
  let turns: Promise<unknown> = Promise.resolve();

  /** Starts and stops follow one another: a port is free only when the listener before is gone. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turns.then(work, work);
    turns = done.catch(() => undefined);
    return done;
  }

  function inbox(): Inbox {
    if (!opened) {
      const { database } = openDatabase(file, { clock, log, steps: INBOX_STEPS });
      opened = { database, inbox: createInbox(database) };
    }
    return opened.inbox;
  }

  async function shut(): Promise<void> {
    const open = listener;
    listener = undefined;
    await open?.close();
    if (open) onState();
  }

  async function listen(): Promise<void> {
    if (listener) return;
    const { host, port, exposed } = settings();
    try {
      if (!exposed && !isLoopback(host))
        throw new AppError('invalid_input', { issues: [{ field: 'host', code: 'exposes' }] });
      await seat.take(service);
      listener = await startListener(
        { host, port },
        {
          ...{ inbox: inbox(), clock, log, secrets: () => secrets.list(), findJob, hint },
          onDeliveries: told.call,
        },
      );
      error = null;
    } catch (caught) {
      seat.leave(service);
      error = toAppErrorData(caught);
      throw caught;
    } finally {
      onState();
    }
  }

  const service: WebhookService = {
    async state() {
      const { host, port, startWithProgram } = settings();
      return {
        ...{ url: listener?.url ?? null, host, port, startWithProgram, error },
        elsewhere: seat.heldByAnother(service),
        secrets: await secrets.views(),
      };
    },
    start: () => inTurn(listen),
    stop: () =>
      inTurn(async () => {
        error = null;
        await shut();
        seat.leave(service);
        onState();
      }),
    refresh: (changed) =>
      inTurn(async () => {
        if (changed === 'secrets') await listener?.refresh();
        else if (listener) {
          await shut();
          await listen();
        } else error = null;
        onState();
      }),
    inbox,
    unread: () => (opened || existsSync(file) ? inbox().counts().unread : 0),
    findJob,
    hint,
    changed: told.call,
    close: () =>
      inTurn(async () => {
        told.cancel();
        await shut();
        seat.leave(service);
        opened?.database.close();
        opened = undefined;
      }),
  };
  return service;
}
