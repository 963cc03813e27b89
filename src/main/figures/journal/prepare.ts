import { AppError } from '../../../shared/app-error';
import { journalRefusal, planJournal, type JournalPlan, type JournalSettings } from '../../../shared/journal-layout';
import type { PanelFacts } from '../../../shared/panel-facts';
import { issueOf } from '../composite/refusal-issue';
import { LIMITS } from '../pixels/limits';
import type { PanelStore } from '../pixels/panel-store';
import type { PictureHeader } from '../pixels/read-picture';

export interface PreparedJournal {
  plan: JournalPlan;
  headers: PictureHeader[];
}

export const factsOf = ({
  upright,
  format,
  colour,
  hasAlpha,
  smallestText,
  hasLiveText,
}: PictureHeader): PanelFacts => ({
  ...upright,
  vector: format === 'svg',
  ...{ colour, hasAlpha, smallestText, liveText: hasLiveText },
});

/** Arranges a figure in millimetres. Throws AppError invalid_input where it cannot be. */
export async function prepareJournal(
  panels: readonly string[],
  settings: JournalSettings,
  store: PanelStore,
): Promise<PreparedJournal> {
  if (panels.length > LIMITS.panels)
    throw new AppError('invalid_input', {
      issues: [{ field: 'panels', code: 'too_many_panels', params: { panels: panels.length, limit: LIMITS.panels } }],
    });
  const refusal = journalRefusal(panels.length, settings);
  if (refusal) throw new AppError('invalid_input', { issues: [issueOf(refusal)] });
  const headers = await Promise.all(panels.map(store.header));
  try {
    return {
      headers,
      plan: planJournal(
        headers.map(({ upright }) => upright),
        settings,
      ),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid_input', { issues: [{ field: 'gapMm', code: 'no_width_left' }] }, { cause: error });
  }
}
