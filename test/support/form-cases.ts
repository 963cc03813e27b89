import { join } from 'node:path';

const SAMPLE_PDF = join(__dirname, '../../resources/sample/sparse-routing.pdf');

/** What a person would enter into one form, and what the answer to it shows. */
export interface FormCase {
  /** By field: a file by its path, panels by the titles of earlier figures, a table as its names and rows. */
  values: Readonly<Record<string, unknown>>;
  /** Seen in the view of a plain answer. A job's view is known by its kind. */
  seen?: RegExp;
  /** Endpoints whose results this form picks from. */
  needs?: readonly string[];
  /** What is typed to confirm that something goes for good. */
  confirm?: string;
}

const KEY = 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';

const TEXT_PICTURE = {
  prompt: 'A kiosk in the rain, seen through a wet window',
  aspect_ratio: '4:5',
  resolution: '2K',
  callback_url: 'https://hooks.example.com/pictures',
};
const WEB_PICTURE = {
  prompt: 'The same kiosk as a woodcut',
  input_images_urls: ['https://example.com/kiosk.png', 'https://example.com/woodcut.jpg'],
  aspect_ratio: '3:2',
};

/** One row for every endpoint of the catalogue, filled by hand as it were: no value is the documented example's. */
export const FORM_CASES: Readonly<Record<string, FormCase>> = {
  'paperbanana.generate': {
    values: {
      source_context: 'Readings of forty buoys are cleaned, joined by time and fed to a small recurrent network.',
      caption: 'Buoy pipeline from reading to forecast',
      iterations: 5,
      image_resolution: '2K',
      aspect_ratio: '16:9',
      image_model: 'nano-banana-2',
      vlm_provider: 'openrouter',
      vlm_model: 'gemini-2.5-pro',
      output_formats: ['png'],
      webhook_url: 'https://hooks.example.com/figures',
      webhook_include_image: true,
    },
  },
  'paperbanana.generateFromPdf': {
    values: {
      pdf_base64: SAMPLE_PDF,
      pages: '2-3',
      caption: 'Routing of segments, as the paper tells it',
      iterations: 2,
      aspect_ratio: '4:3',
    },
  },
  'paperbanana.plot': {
    values: {
      data_json: {
        names: ['month', 'rain'],
        rows: [
          ['March', '41'],
          ['April', '63.5'],
          ['May', '58'],
        ],
      },
      intent: 'Bars of the rain by month, labelled in millimetres',
      aspect_ratio: '3:2',
      output_formats: ['png', 'svg', 'pdf'],
    },
  },
  'paperbanana.optimizePrompt': {
    values: {
      description: 'Draw how readings of buoys become a forecast, in four steps from left to right.',
      source_context: 'Readings are cleaned, joined by time, and fed to a network.',
      caption: 'Buoys to forecast',
      diagram_type: 'methodology',
      guidelines: 'Sans-serif letters, two colours, no shadows.',
    },
  },
  'paperbanana.composite': {
    needs: ['paperbanana.generate', 'paperbanana.generateFromPdf'],
    values: {
      source_task_ids: ['Buoy pipeline from reading to forecast', 'Routing of segments, as the paper tells it'],
      layout: '1x2',
      label_position: 'top',
      labels: 'A',
      spacing: 12,
      label_font_size: 28,
    },
  },
  'paperbanana.health': { values: {}, seen: /The server answers/ },
  'paperbanana.task': { values: { task_id: 'a1b2c3d4e5f6' }, seen: /Follow in the queue/ },
  'paperbanana.taskImage': { values: { task_id: 'a1b2c3d4e5f6', format: 'png' }, seen: /PNG/ },
  'paperbanana.listKeys': { values: {}, seen: /\d+ keys?/ },
  'paperbanana.createKey': {
    values: {
      name: 'Buoy group',
      quota: 40,
      webhook_url: 'https://hooks.example.com/keys',
      webhook_secret: 'whisper-7',
    },
    seen: /shown this once/,
  },
  'paperbanana.getKey': { values: { key: KEY }, seen: /What it was used for/ },
  'paperbanana.updateKey': {
    values: { key: KEY, quota_remaining: 75, quota_total: 120, active: true },
    seen: /75 of 120/,
  },
  'paperbanana.deleteKey': { values: { key: KEY }, seen: /The key is gone/, confirm: 'my-app' },
  'bananahub.textToImage': { values: TEXT_PICTURE },
  'bananahub.imageToImage': { values: { ...WEB_PICTURE, resolution: '4K' } },
  'bananahub.editImages': {
    values: {
      input_images_base64: [join(__dirname, '../../resources/icon.png')],
      prompt: 'Make the background a calm blue',
      aspect_ratio: 'auto',
      resolution: '1K',
      metadata: { project: 'buoys', figure: 3 },
    },
  },
  'bananahub.nb2TextToImage': { values: { ...TEXT_PICTURE, aspect_ratio: '8:1', resolution: '1K' } },
  'bananahub.nb2ImageToImage': { values: { ...WEB_PICTURE, aspect_ratio: 'from_prompt', resolution: '2K' } },
  'bananahub.nbTextToImage': { values: { prompt: TEXT_PICTURE.prompt, aspect_ratio: '1:1' } },
  'bananahub.nbImageToImage': { values: WEB_PICTURE },
  'bananahub.job': { values: { job_id: '0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55' }, seen: /Follow in the queue/ },
  'bananadev.start': {
    values: {
      modelKey: 'llama-2-7b',
      modelInputs: { prompt: 'Name three kinds of buoys', max_tokens: 60 },
      startOnly: true,
    },
  },
  'bananadev.run': {
    values: { modelKey: 'stable-diffusion-xl', modelInputs: { prompt: 'A buoy at dawn', steps: 20 } },
  },
  'bananadev.check': { values: { id: 'run_abc123xyz456', modelKey: 'your-model-key' }, seen: /Outputs/ },
  'bananadev.listModels': { values: {}, seen: /Run this model/ },
  'bananadev.getModel': { values: { model_key: 'llama-2-7b' }, seen: /Configuration/ },
  'bananadev.deploy': {
    values: {
      modelKey: 'buoy-forecast',
      source: 'https://github.com/example/buoy-forecast',
      environment: { GPU_TYPE: 'A10G', SERVICE_TOKEN: 'sesame' },
    },
    seen: /deploy_/,
  },
  'bananadev.usage': {
    values: { startDate: '2026-01-01T00:00:00Z', endDate: '2026-12-31T23:59:59Z' },
    seen: /Compute time/,
  },
  'bananadev.account': { values: {}, seen: /Plan/ },
  'bananadev.openapi': { values: {}, seen: /No differences/ },
  'bananadev.definition': { values: {}, seen: /No differences/ },
};
