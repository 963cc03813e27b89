/** A model as the account sees it. */
export interface DevModel {
  modelKey: string;
  name: string;
  description: string;
  createdAt: number;
  updatedAt: number;
  config: { gpuType: string; maxConcurrency: number };
  /** The documentation's placeholders work, without standing in its list. */
  listed: boolean;
  /** When its deployment is done, ms since epoch; models that were never deployed here have none. */
  readyAt?: number | undefined;
}

export const SEEDED_MODELS: readonly DevModel[] = [
  {
    modelKey: 'stable-diffusion-xl',
    name: 'Stable Diffusion XL',
    description: 'High-quality image generation model',
    createdAt: 1707500000000,
    updatedAt: 1707600000000,
    config: { gpuType: 'A10G', maxConcurrency: 5 },
    listed: true,
  },
  {
    modelKey: 'llama-2-7b',
    name: 'Llama 2 7B',
    description: 'Open language model for chat and text',
    createdAt: 1707400000000,
    updatedAt: 1707550000000,
    config: { gpuType: 'A10G', maxConcurrency: 3 },
    listed: true,
  },
  ...[
    ['your-model-key', 'Your model'],
    ['my-custom-model', 'My custom model'],
    ['my-llm-finetune', 'My fine-tuned LLM'],
  ].map(([modelKey = '', name = '']) => ({
    modelKey,
    name,
    description: 'Placeholder of the documentation',
    createdAt: 1707400000000,
    updatedAt: 1707400000000,
    config: { gpuType: 'A10G', maxConcurrency: 3 },
    listed: false,
  })),
];

export const ACCOUNT = {
  accountId: 'acc_1234567890',
  email: '[email protected]',
  plan: 'pro',
  createdAt: 1700000000000,
};

/** Models that draw, by their names. */
export const drawsImages = (modelKey: string): boolean => /diffusion|sdxl|flux|image|banana|dall/i.test(modelKey);
