import type { ActedFinding } from '../../../shared/figure-export';
import { call } from '../../api';
import { attempt, openAsDraft } from '../../ui/job-actions';
import { figures, useFigure } from '../figure-store';
import { keepMade } from './preflight-store';
import { printRequest } from './print-request';

export const DESCRIPTION_ID = 'figure-description';
export const PREFLIGHT_ID = 'figure-preflight';

type Action = NonNullable<ActedFinding['action']>;

/** False where the press would lead nowhere: a picture that was dropped in has no form to draw it from. */
export function canMend(action: Action): boolean {
  if (action.kind !== 'redraw') return true;
  return useFigure.getState().figure.panels[action.panel]?.source.jobId !== undefined;
}

/** Does what a finding's button says. */
export function mend(action: Action): void {
  const { figure } = useFigure.getState();
  switch (action.kind) {
    case 'change': {
      const { layout, widthMm, letters } = action.settings ?? {};
      const { format, dpi, colour } = action.output ?? {};
      figures.setPrint({
        ...(format !== undefined && { format }),
        ...(dpi !== undefined && { dpi }),
        ...(colour !== undefined && { colour }),
        ...(layout !== undefined && { layout }),
        ...(widthMm !== undefined && { widthMm }),
        ...(letters && {
          letters: { ...figure.journal.letters, style: letters.style, points: letters.points },
        }),
      });
      return;
    }
    case 'redraw': {
      const jobId = figure.panels[action.panel]?.source.jobId;
      if (jobId !== undefined) attempt(call('job.get', { id: jobId }).then(openAsDraft));
      return;
    }
    case 'look':
      figures.select(figure.panels[action.panel]?.id ?? null);
      return;
    case 'measure': {
      const request = printRequest(figure);
      if (!request) return;
      const { figure: own, output } = request;
      attempt(
        call('figure.measure', { figure: own, output }).then(({ bytes }) => {
          keepMade(request, bytes);
        }),
      );
      return;
    }
    case 'describe':
      document.getElementById(DESCRIPTION_ID)?.focus();
      return;
    case 'journal_page':
      if (figure.journal.preset !== null) attempt(call('figure.openJournalPage', { journal: figure.journal.preset }));
  }
}
