import type { FigurePanel } from '../../../shared/figure';

export type Obstacle =
  | { code: 'whyFile' | 'whyProfiles'; panel: number }
  | { code: 'whyOther'; panel: number; provider: string }
  | { code: 'whyGone' };

export interface ComposeSources {
  profileId: string;
  /** Ids that the server gave, in the order of the panels. */
  taskIds: string[];
}

/** The server's own names of the panels, or why it cannot compose them; `profiles`: ids of the accounts there are. */
export function composeSources(panels: readonly FigurePanel[], profiles: readonly string[]): ComposeSources | Obstacle {
  const taskIds: string[] = [];
  const profileId = panels[0]?.source.profileId ?? '';
  for (const [index, { source }] of panels.entries()) {
    const panel = index + 1;
    if (source.provider !== undefined && source.provider !== 'paperbanana')
      return { code: 'whyOther', panel, provider: source.provider };
    if (source.remoteId === undefined) return { code: 'whyFile', panel };
    if (source.profileId !== profileId) return { code: 'whyProfiles', panel };
    taskIds.push(source.remoteId);
  }
  return profiles.includes(profileId) ? { profileId, taskIds } : { code: 'whyGone' };
}
