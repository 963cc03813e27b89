import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/app-error';
import type { OperationInput } from '../../shared/contract';
import { commonStart, EVENT_HEADER, SIGNATURE_HEADER, type Delivery } from '../../shared/webhook';
import type { ShownDelivery, SigningKey } from '../../shared/webhook-operations';
import type { Handlers } from '../dispatch';
import type { SettingsStore } from '../settings-store';
import { explainSignature } from '../webhooks/explain-signature';
import { SAMPLE_PNG } from '../webhooks/sample-png';
import { paperbananaHeaders, sampleHubPayload, samplePayload } from '../webhooks/sample-payload';
import type { SendRuns } from '../webhooks/send-runs';
import { signBody, verifySignature } from '../webhooks/signature';
import type { WebhookSecrets } from '../webhook-secrets';
import type { WebhookService } from '../webhooks/webhook-service';

/** What one mode has of webhooks. */
export interface WebhookDesk {
  service: WebhookService;
  secrets: WebhookSecrets;
  runs: SendRuns;
}

export interface WebhookHandlersOptions {
  /** Of the mode that is shown. */
  desk(): Promise<WebhookDesk>;
  /** In demo mode nothing is written into the keychain. */
  sessionOnly(): boolean;
  settings: SettingsStore;
  now(): number;
}

type WebhookHandlers = Pick<Handlers, Extract<keyof Handlers, `webhook.${string}`>>;

const BASES = { paperbanana: 'https://api.paperbanana.me', bananahub: 'https://bananahub.io' } as const;
const unknown = (field: string): AppError => new AppError('invalid_input', { issues: [{ field, code: 'bad_value' }] });

export function webhookHandlers({ desk, settings, sessionOnly, now }: WebhookHandlersOptions): WebhookHandlers {
  async function secretOf({ secrets }: WebhookDesk, key: SigningKey): Promise<string> {
    const secret = key.kind === 'typed' ? key.secret : await secrets.of(key.profileId);
    if (secret === null) throw new AppError('invalid_input', { issues: [{ field: 'key', code: 'no_webhook_secret' }] });
    return secret;
  }

  /** The list's own questions: whose secret, which job. */
  async function context({ service, secrets }: WebhookDesk) {
    const names = new Map((await secrets.views()).map(({ profileId, name }) => [profileId, name]));
    return <D extends Delivery>(delivery: D) => ({
      ...delivery,
      profileName: names.get(delivery.profileId ?? '') ?? null,
      job: (delivery.taskId !== null && service.findJob(delivery.provider, delivery.taskId)) || null,
    });
  }

  function sample({ provider, outcome, picture }: OperationInput<'webhook.send'>) {
    const options = {
      outcome,
      taskId: randomBytes(16).toString('hex'),
      textOnly: picture === 'text',
      image: picture === 'with' ? SAMPLE_PNG : null,
      baseUrl: BASES[provider],
      now: now(),
    };
    return provider === 'paperbanana' ? samplePayload(options) : sampleHubPayload(options);
  }

  return {
    'webhook.state': async () => (await desk()).service.state(),
    'webhook.unread': async () => ({ unread: (await desk()).service.unread() }),
    'webhook.start': async () => (await desk()).service.start(),
    'webhook.stop': async () => (await desk()).service.stop(),
    'webhook.configure': async (wished) => {
      settings.update({ webhooks: wished });
      await (await desk()).service.refresh('settings');
    },
    'webhook.list': async (query) => {
      const open = await desk();
      const inbox = open.service.inbox();
      const { deliveries, total } = inbox.list(query);
      return { deliveries: deliveries.map(await context(open)), total, counts: inbox.counts() };
    },
    'webhook.get': async ({ id }) => {
      const open = await desk();
      const inbox = open.service.inbox();
      const delivery = inbox.get(id);
      const body = inbox.body(id);
      if (!delivery || !body) return null;
      const received = delivery.headers[SIGNATURE_HEADER] ?? null;
      // of a request that was refused only the beginning is kept, and that has another signature
      const whole = body.byteLength === delivery.bytes;
      const comparisons: ShownDelivery['comparisons'] = [];
      for (const { profileId, name } of await open.secrets.views()) {
        const secret = whole ? await open.secrets.of(profileId) : null;
        const expected = secret === null ? null : signBody(body, secret);
        comparisons.push({ profileId, name, expected, common: commonStart(received ?? '', expected ?? '') });
      }
      return { ...(await context(open))(delivery), received, comparisons };
    },
    'webhook.markSeen': async ({ id }) => {
      const { service } = await desk();
      service.inbox().markSeen(id);
      service.changed();
    },
    'webhook.clear': async () => {
      const { service } = await desk();
      service.inbox().clear();
      service.changed();
    },
    'webhook.recheck': async ({ id }) => {
      const { service, secrets } = await desk();
      const inbox = service.inbox();
      const delivery = inbox.get(id);
      const body = inbox.body(id);
      if (!delivery || !body || delivery.refusal !== null) throw unknown('id');
      const { verdict, reason, profileId } = verifySignature(
        body,
        delivery.headers[SIGNATURE_HEADER],
        await secrets.list(),
      );
      const { provider, taskId } = delivery;
      const job = verdict === 'good' && taskId !== null ? service.findJob(provider, taskId) : undefined;
      inbox.judge(id, { signature: verdict, reason, profileId, jobId: job?.id ?? null });
      if (job && taskId !== null) service.hint(provider, taskId);
      service.changed();
    },
    'webhook.setSecret': async ({ profileId, secret, keep }) => {
      const { service, secrets } = await desk();
      if (!(await secrets.views()).some((view) => view.profileId === profileId)) throw unknown('profileId');
      await secrets.set(profileId, secret, sessionOnly() ? 'session' : keep);
      await service.refresh('secrets');
    },
    'webhook.deleteSecret': async ({ profileId }) => {
      const { service, secrets } = await desk();
      await secrets.delete(profileId);
      await service.refresh('secrets');
    },
    'webhook.explain': async ({ body, header, key }) => {
      const explained = explainSignature(body, header, await secretOf(await desk(), key));
      const { verdict, reason, expected, change, at } = explained;
      return { verdict, reason, expected, change, at, common: commonStart(header.trim(), expected) };
    },
    'webhook.send': async (order) => {
      const open = await desk();
      const { url, schedule, provider, key } = order;
      const secret = key && provider === 'paperbanana' ? await secretOf(open, key) : null;
      const { event, body } = sample(order);
      const headers =
        provider === 'paperbanana'
          ? paperbananaHeaders(event, body, secret)
          : { 'content-type': 'application/json', 'user-agent': 'BananaHub-Webhook' };
      return { run: open.runs.start({ url, event, body, headers, schedule }) };
    },
    'webhook.replay': async ({ id, url }) => {
      const { service, runs } = await desk();
      const delivery = service.inbox().get(id);
      const body = service.inbox().body(id);
      if (!delivery || !body || body.byteLength < delivery.bytes) throw unknown('id');
      const kept = ['content-type', 'user-agent', EVENT_HEADER, SIGNATURE_HEADER];
      const headers = Object.fromEntries(
        kept.flatMap((name) => (delivery.headers[name] === undefined ? [] : [[name, delivery.headers[name]]])),
      ) as Record<string, string>;
      return { run: runs.start({ url, event: delivery.event ?? '', body, headers, schedule: 'none' }) };
    },
    'webhook.run': async ({ run }) => (await desk()).runs.find(run) ?? null,
    'webhook.stopRun': async ({ run }) => {
      (await desk()).runs.stop(run);
    },
  };
}
