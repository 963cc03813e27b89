import type { English } from '../en/all';
import type { Translation } from '../translation';
import { accounts } from './accounts';
import { cli } from './cli';
import { code } from './code';
import { common } from './common';
import { composer } from './composer';
import { create } from './create';
import { demo } from './demo';
import { choices, endpoints, providers } from './endpoints';
import { errors } from './errors';
import { fields } from './fields';
import { forms } from './forms';
import { handedOut } from './handed-out';
import { issues, repairs, rules } from './issues';
import { figure } from './figure';
import { figureExport } from './figure-export';
import { jobs } from './jobs';
import { keys } from './keys';
import { library } from './library';
import { main } from './main';
import { queue } from './queue';
import { results } from './results';
import { settings } from './settings';
import { shell } from './shell';
import { webhookIssues } from './webhook-issues';
import { webhooks } from './webhooks';
import { welcome } from './welcome';

/** All areas in simplified Chinese. */
export const zhCN: Translation<English> = {
  accounts,
  choices,
  cli,
  code,
  common,
  composer,
  create,
  demo,
  endpoints,
  errors,
  fields,
  forms,
  handedOut,
  issues: { ...issues, ...webhookIssues },
  figure,
  figureExport,
  jobs,
  keys,
  library,
  main,
  providers,
  queue,
  repairs,
  results,
  rules,
  settings,
  shell,
  webhooks,
  welcome,
};
