import { lazy } from 'react';
import type { ResultView } from '../../shared/endpoints/endpoint';
import type { ResultComponent } from './result';
import { PictureView } from './views/picture-view';

/** One component for every view that an endpoint may declare: a view without one does not compile. */
export const RESULT_VIEWS: Readonly<Record<ResultView, ResultComponent>> = {
  // the main job's: in sight the moment the queue is
  picture: PictureView,
  health: lazy(() => import('./views/health-view')),
  prompt: lazy(() => import('./prompt/prompt-view')),
  plot: lazy(() => import('./plot/plot-view')),
  outputs: lazy(() => import('./outputs/outputs-view')),
  task: lazy(() => import('./views/task-view')),
  job: lazy(() => import('./views/job-view')),
  file: lazy(() => import('./views/file-view')),
  key: lazy(() => import('./views/key-view')),
  keys: lazy(() => import('./views/keys-view')),
  gone: lazy(() => import('./views/gone-view')),
  models: lazy(() => import('./views/models-view')),
  model: lazy(() => import('./views/model-view')),
  account: lazy(() => import('./views/account-view')),
  usage: lazy(() => import('./usage/usage-view')),
  deployment: lazy(() => import('./views/deployment-view')),
  definition: lazy(() => import('./views/definition-view')),
};
