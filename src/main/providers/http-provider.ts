import { AppError, assertNever } from '../../shared/app-error';
import type { ArtifactSource, Endpoint, JobReading, JobSpec } from '../../shared/endpoints/endpoint';
import { requireEndpoint } from '../../shared/endpoints/index';
import { describeFields } from '../../shared/fields';
import { buildRequest } from '../../shared/wire-request';
import type { HttpCall, HttpClient } from '../http/client';
import { readKept } from '../http/read-answer';
import { createRedactor } from '../http/redact';
import { acceptanceOf } from './acceptance';
import { type FormatMemory, readByEitherFormat } from './address-formats';
import { QUIRKS } from './all-quirks';
import { compactJson } from './compact-json';
import { downloadCall } from './download-call';
import { forgotten } from './forgotten';
import { inlineArtifact } from './inline-artifact';
import type { Download, Provider, RequestContext, Target } from './provider';

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

/** A server's reason and its word for a state are kept and shown, and may repeat what it was asked with. */
function withoutSecrets(reading: JobReading, call: HttpCall): JobReading {
  if (reading.state === 'failed') return { ...reading, reason: redactorOf(call).text(reading.reason) };
  return reading.state === 'unclear' ? { ...reading, word: redactorOf(call).text(reading.word) } : reading;
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
        return { contentType: 'application/json', body: compactJson(source.value) };
      default:
        return assertNever(source);
    }
  }

  return {
    call: (endpoint, input, target, context) =>
      readByEitherFormat(endpoint, target.baseUrl, formats, async (asked, format) =>
        client.call({ ...(await callOf(asked, input, target, context)), format }),
      ),
    async submit(endpoint, input, target, { idempotencyKey, onSending, onAnswer, ...context }) {
      const job = jobOf(endpoint);
      const call = await callOf(endpoint, input, target, context);
      return client.submit(
        { ...call, idempotencyKey, onSending },
        {
          keep: (raw) => onAnswer?.(raw),
          understand: (answer) => acceptanceOf(job, answer, (failed) => redactorOf(call).value(failed)),
        },
      );
    },
    understand(endpoint, kept) {
      const { answer, raw } = readKept(endpoint, kept);
      return { raw, accepted: answer && acceptanceOf(jobOf(endpoint), answer, (failed) => failed) };
    },
    async poll(endpoint, remoteId, input, target, context) {
      const job = jobOf(endpoint);
      const question = requireEndpoint(job.pollEndpoint);
      const call = await callOf(question, job.pollInput(remoteId, input), target, context);
      const { answer } = await translated(client.call(call), (error) =>
        QUIRKS[endpoint.provider].saysUnknown(error) ? forgotten(error) : error,
      );
      try {
        return withoutSecrets(job.read(answer, remoteId), call);
      } catch (error) {
        throw new AppError('bad_answer', {}, { cause: error });
      }
    },
    fetchArtifact,
  };
}
