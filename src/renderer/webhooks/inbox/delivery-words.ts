import i18next from 'i18next';
import type { ListedDelivery } from '../../../shared/webhook-operations';

type Told = Pick<ListedDelivery, 'job' | 'taskId' | 'provider' | 'profileName' | 'signature' | 'refusal' | 'reason'>;

const shortTask = (id: string): string => (id.length > 14 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id);

export function deliveryTitle({ job, taskId }: Told): string {
  if (job) return job.title;
  return taskId === null ? i18next.t('webhooks.noTask') : i18next.t('webhooks.unknownTask', { id: shortTask(taskId) });
}

/** Who sent it, as far as that is known: only a signature that fits makes it more than a claim. */
export function senderText({ provider, profileName, signature, reason }: Told): string[] {
  if (provider === 'unknown') return [i18next.t('webhooks.unknownSender')];
  const name = i18next.t(`providers.${provider}.name`);
  if (signature === 'good') return [name, profileName ?? ''].filter(Boolean);
  return [reason === 'never_signed' ? name : i18next.t('webhooks.saysIt', { provider: name })];
}

export type Done = 'refused' | 'ignored' | 'kept' | 'unknown' | 'collected' | 'noted' | 'asked';

/** What was done with a delivery. Only a good one, and BananaHub's, is a reason to look. */
export function whatWasDone({ refusal, signature, reason, job }: Told): Done {
  if (refusal !== null) return 'refused';
  if (signature === 'wrong') return 'ignored';
  if (signature !== 'good' && reason !== 'never_signed') return 'kept';
  if (!job) return 'unknown';
  if (job.state === 'done') return 'collected';
  return job.state === 'failed' ? 'noted' : 'asked';
}
