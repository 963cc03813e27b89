import { AppError, type ErrorCode } from '../../src/shared/app-error';
import type { ArtifactSource, JobReading } from '../../src/shared/endpoints/endpoint';
import type { Accepted, Provider, SubmitContext } from '../../src/main/providers/provider';

/** A server as a script: what it answers next, and what it was asked. */
export interface FakeProvider extends Provider {
  submissions: { endpoint: string; input: Record<string, unknown>; idempotencyKey: string }[];
  polls: string[];
  fetched: ArtifactSource[];
  /** Replaces the answer to submissions; `accept` is the usual one. */
  onSubmit: (accept: () => Accepted, context: SubmitContext) => Promise<Accepted>;
  onPoll: (remoteId: string) => Promise<JobReading>;
  onArtifact: (source: ArtifactSource) => Promise<Uint8Array>;
}

export const refuse = (code: ErrorCode, params?: Record<string, number>) => async (): Promise<never> => {
  throw new AppError(code, params ? { params } : {});
};

/** A completed job with one PNG to fetch. */
export const completed = (description = 'A diagram.'): JobReading => ({
  state: 'completed',
  description,
  artifacts: [{ source: image }],
});
const image: ArtifactSource = {
  kind: 'endpoint',
  format: 'png',
  endpoint: 'paperbanana.taskImage',
  input: { task_id: 'task-1' },
};

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16) yield bytes.subarray(at, at + 16);
}

export function createFakeProvider(): FakeProvider {
  const provider: FakeProvider = {
    submissions: [],
    polls: [],
    fetched: [],
    onSubmit: async (accept, context) => {
      context.onSending();
      return accept();
    },
    onPoll: async () => ({ state: 'running' }),
    onArtifact: refuse('not_found'),
    call: refuse('internal'),
    understand: () => ({ accepted: undefined, raw: { contentType: '', body: '' } }),
    async submit(endpoint, input, _target, context) {
      const accept = () => {
        provider.submissions.push({ endpoint: endpoint.id, input, idempotencyKey: context.idempotencyKey });
        return { remoteId: `task-${provider.submissions.length}` };
      };
      return provider.onSubmit(accept, context);
    },
    async poll(_endpoint, remoteId) {
      provider.polls.push(remoteId);
      return provider.onPoll(remoteId);
    },
    async fetchArtifact(source) {
      provider.fetched.push(source);
      const bytes = source.kind === 'inline' ? Buffer.from(source.base64, 'base64') : await provider.onArtifact(source);
      return { contentType: 'image/png', body: inPieces(bytes) };
    },
  };
  return provider;
}
