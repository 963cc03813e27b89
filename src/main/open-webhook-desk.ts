import type { Clock } from '../shared/clock';
import type { EventName, EventPayload } from '../shared/contract';
import type { Log } from '../shared/log';
import type { Mode } from '../shared/settings';
import type { Credentials } from './credentials/open-vault';
import type { WebhookDesk } from './handlers/webhooks';
import type { JobService } from './jobs/job-service';
import type { ProfileBook } from './profile-book';
import type { SettingsStore } from './settings-store';
import type { ListenerSeat } from './webhooks/listener-seat';
import { createSendRuns } from './webhooks/send-runs';
import { createWebhookSecrets } from './webhook-secrets';
import { createWebhookService } from './webhooks/webhook-service';

export interface WebhookDeskOptions {
  mode: Mode;
  folder: string;
  settings: SettingsStore;
  profiles: ProfileBook;
  jobs: Pick<JobService, 'byRemoteAnywhere' | 'lookNow'>;
  vault: Credentials;
  seat: ListenerSeat;
  fetch(request: Request): Promise<Response>;
  clock: Clock;
  log: Log;
  newId(): string;
  onEvent<N extends EventName>(mode: Mode, name: N, payload: EventPayload<N>): void;
}

/** All that a mode has of webhooks; nothing of it is open yet. */
export function openWebhookDesk(options: WebhookDeskOptions): WebhookDesk {
  const { mode, folder, settings, profiles, jobs, vault, seat, fetch, clock, log, newId, onEvent } = options;
  const secrets = createWebhookSecrets({
    vault,
    profiles: () => profiles.list(),
    ...(profiles.webhookSecretOf && { usual: profiles.webhookSecretOf }),
  });
  const service = createWebhookService({
    ...{ folder, secrets, seat, clock, log, lookNow: jobs.lookNow, findJob: jobs.byRemoteAnywhere },
    settings: () => settings.get().webhooks,
    onChanged: () => {
      onEvent(mode, 'webhooks.changed', {});
    },
    onState: () => {
      onEvent(mode, 'webhooks.state', {});
    },
  });
  const runs = createSendRuns({
    ...{ fetch, clock, newId, loopbackOnly: mode === 'demo' },
    onChanged: (run) => {
      onEvent(mode, 'webhooks.run', { run });
    },
  });
  return { service, secrets, runs };
}
