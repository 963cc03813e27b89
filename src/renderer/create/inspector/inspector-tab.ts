import { create } from 'zustand';
import { SAMPLE_LANGUAGES, type SampleLanguage } from '../../../shared/code-sample/code-sample';

export type InspectorTab = 'request' | SampleLanguage;

export const INSPECTOR_TABS: readonly InspectorTab[] = ['request', ...SAMPLE_LANGUAGES];

/** How requests are looked at: the same for every form, kept while the program runs. */
export const useInspectorTab = create<{ tab: InspectorTab }>(() => ({ tab: 'request' }));
