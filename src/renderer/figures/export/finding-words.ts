import i18next from 'i18next';
import type { ActedFinding } from '../../../shared/figure-export';
import { lookUp } from '../../i18n';
import { withLetters } from './panel-letters';

const COLOURS = ['rgb', 'grey', 'cmyk'] as const;

/** Colour modes by their names, in whatever list they stand. */
const named = (text: string | number | undefined): string =>
  String(text)
    .split(', ')
    .map((word) => {
      const mode = COLOURS.find((own) => own === word);
      return mode ? i18next.t(`figureExport.colours.${mode}`) : word;
    })
    .join(', ');

function shown(params: ActedFinding['params'], code: string, panels: number): ActedFinding['params'] {
  const said = withLetters(params, panels);
  if (code !== 'colour' && code !== 'use_colour') return said;
  return { ...said, colour: named(said['colour']), ...('allowed' in said && { allowed: named(said['allowed']) }) };
}

/** What was found. */
export const findingText = ({ level, code, params }: ActedFinding, panels: number): string =>
  lookUp(`figure.finding.${level}.${code}`, shown(params, code, panels)) ?? code;

/** Buttons that say all there is to say. */
const PLAIN: ReadonlySet<string> = new Set(['use_width', 'use_dpi', 'use_format', 'use_colour', 'use_letters']);

/** What to do about it, where a button does not say it already. */
export function mendText({ mend, action }: ActedFinding, panels: number): string | undefined {
  if (!mend) return undefined;
  if (action?.kind === 'change' && action.label === 'widen') {
    const { mm = '', layout = '' } = action.params;
    return i18next.t('figureExport.widened', { mm, layout });
  }
  if (action && PLAIN.has(mend.code)) return undefined;
  return lookUp(`figure.mend.${mend.code}`, shown(mend.params, mend.code, panels));
}

export function actionText(action: NonNullable<ActedFinding['action']>, panels: number): string {
  if (action.kind === 'change') {
    const code = action.label === 'colour' ? 'use_colour' : action.label;
    return i18next.t(`figureExport.mend.${action.label}`, shown(action.params, code, panels));
  }
  const panel = 'panel' in action ? withLetters({ panel: action.panel + 1 }, panels)['panel'] : '';
  return i18next.t(`figureExport.mend.${action.kind}`, { panel });
}
