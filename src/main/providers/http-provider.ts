import { AppError, assertNever } from '../../shared/app-error';
import type { ArtifactSource, Endpoint, JobReading, JobSpec } from '../../shared/endpoints/endpoint';
import { requireEndpoint } from '../../shared/endpoints/index';
import { describeFields } from '../../shared/fields';
import type { ProviderId } from '../../shared/settings';
import { buildRequest } from '../../shared/wire-request';
import type { HttpCall, HttpClient } from '../http/client';
import { createRedactor } from '../http/redact';
import { bananadev } from './bananadev';
import { bananahub } from './bananahub';
import { type FormatMemory, readByEitherFormat } from './address-formats';
import { downloadCall } from './download-call';
import { inlineArtifact } from './inline-artifact';
import { paperbanana } from './paperbanana';
import type { Download, Provider, RequestContext, Target } from './provider';
import type { ProviderQuirks } from './quirks';

/** What a provider means otherwise than the common map. */
const QUIRKS: Record<ProviderId, ProviderQuirks> = { paperbanana, bananahub, bananadev };

export interface HttpProviderOptions {
  client: HttpClient;
  /**
   * The secret of a profile for a request to `address`, null where it has none; asked only inside the request that
   * needs it. Throws where the secret belongs to another server.
   */
  secretOf(profileId: string, address: string): Promise<string | null>;
  formats: FormatMemory;
}

/** Masked fields that travel in the address: the record knows only the body's by itself. */
function secretsOfAddress({ input: schema }: Endpoint, input: Input): string[] {
  return describeFields(schema).flatMap(({ name, in: place, masked }) => {
    const value = input[name];
    return masked && place !== 'body' && typeof value === 'string' ? [value] : [];
  });
}

const RUN_OUT: ReadonlySet<number> = new Set([401, 403, 404, 410]);

type Input = Record<string, unknown>;

function jobOf(endpoint: Endpoint): JobSpec {
  if (!endpoint.job) throw new AppError('internal', { detail: `${endpoint.id} makes no job` });
  return endpoint.job;
}

async function translated<T>(work: Promise<T>, translate: ((error: AppError) => AppError) | undefined): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof AppError && translate ? translate(error) : error;
  }
}

/** A presigned address that has run out: the next answer about the job brings a fresh one. */
function expired(error: AppError): AppError {
  const { status, raw } = error.data;
  if (status === undefined || !RUN_OUT.has(status)) return error;
  return new AppError('link_expired', { status, ...(raw && { raw }) }, { cause: error });
}

const redactorOf = ({ endpoint, request, secret, hidden }: HttpCall) =>
  createRedactor(endpoint, request.body, secret, hidden);

/** A server's reason is kept and shown, and may repeat what it was asked with. */
function withoutSecrets(reading: JobReading, call: HttpCall): JobReading {
  if (reading.state !== 'failed') return reading;
  return { ...reading, reason: redactorOf(call).text(reading.reason) };
}

async function* jsonBytes(value: unknown): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(value, null, 2));
}

/** All providers over HTTP, driven by the declarations of their endpoints. */
export function createHttpProvider({ client, secretOf, formats }: HttpProviderOptions): Provider {
  // a missing secret is the client's to refuse: nothing leaves without it
  async function callOf(endpoint: Endpoint, input: Input, target: Target, context: RequestContext): Promise<HttpCall> {
    const request = buildRequest(endpoint, input, target.baseUrl);
    const secret = endpoint.credential.kind === 'none' ? null : await secretOf(target.profileId, request.url);
    return {
      endpoint,
      request,
      secret,
      hidden: secretsOfAddress(endpoint, input),
      jobId: context.jobId,
      ...(context.signal && { signal: context.signal }),
    };
  }

  async function fetchArtifact(source: ArtifactSource, target: Target, context: RequestContext): Promise<Download> {
    switch (source.kind) {
      case 'endpoint': {
        const endpoint = requireEndpoint(source.endpoint);
        const call = await callOf(endpoint, source.input, target, context);
        return translated(client.download(call), QUIRKS[endpoint.provider].artifactError);
      }
      case 'url':
        return translated(client.download(downloadCall(source.url, target.baseUrl, context)), expired);
      case 'inline':
        return inlineArtifact(source.base64);
      case 'json':
        return { contentType: 'application/json', body: jsonBytes(source.value) };
      default:
        return assertNever(source);
    }
  }

  return {
    call: (endpoint, input, target, context) =>
      readByEitherFormat(endpoint, target.baseUrl, formats, async (asked, format) =>
        client.call({ ...(await callOf(asked, input, target, context)), format }),
      ),
    async submit(endpoint, input, target, { idempotencyKey, onSending, ...context }) {
      const job = jobOf(endpoint);
      const call = await callOf(endpoint, input, target, context);
      const { answer } = await client.call({ ...call, idempotencyKey, onSending });
      const remoteId = job.remoteId(answer) ?? null;
      const reading = job.readAtOnce?.(answer);
      const atOnce = reading !== undefined;
      if (remoteId === null && !atOnce) throw new AppError('bad_answer', { spent: 'yes', retryable: false });
      // of a failed run nothing but its reason is read; a result is kept as it came, but for the request's own secret
      const kept = reading?.state === 'failed' ? redactorOf(call).value(answer) : answer;
      return { remoteId, ...(atOnce && { answer: kept }) };
    },
    async poll(endpoint, remoteId, input, target, context) {
      const job = jobOf(endpoint);
      const question = requireEndpoint(job.pollEndpoint);
      const call = await callOf(question, job.pollInput(remoteId, input), target, context);
      const { answer } = await translated(client.call(call), QUIRKS[endpoint.provider].pollError);
      try {
        return withoutSecrets(job.read(answer, remoteId), call);
      } catch (error) {
        throw new AppError('bad_answer', {}, { cause: error });
      }
    },
    fetchArtifact,
  };
}
