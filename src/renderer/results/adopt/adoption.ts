/** What a job is taken up as: the endpoint that would have made it, its name at the server, what it was asked with. */
export interface Adoption {
  endpoint: string;
  remoteId: string;
  input: Record<string, unknown>;
}

const PAPERBANANA: Record<string, string> = {
  statistical_plot: 'paperbanana.plot',
  prompt_optimization: 'paperbanana.optimizePrompt',
  composite: 'paperbanana.composite',
};

/** A PaperBanana task tells what it is by its diagram type; whoever says nothing has drawn a diagram. */
export function taskAdoption(taskId: string, diagramType: string | null | undefined): Adoption {
  return { endpoint: PAPERBANANA[diagramType ?? ''] ?? 'paperbanana.generate', remoteId: taskId, input: {} };
}

/** All of BananaHub's jobs are followed alike. */
export const hubAdoption = (jobId: string): Adoption => ({
  endpoint: 'bananahub.textToImage',
  remoteId: jobId,
  input: {},
});

/** A run can only be asked about with the key of its model. */
export function runAdoption(runId: string, modelKey: unknown): Adoption | undefined {
  return typeof modelKey === 'string'
    ? { endpoint: 'bananadev.start', remoteId: runId, input: { modelKey } }
    : undefined;
}
