import { create } from 'zustand';
import { useUi } from '../ui-store';

/** Whether the accounts screen is to open with the form for a new profile. */
export const useProfileRequest = create<{ wanted: boolean }>(() => ({ wanted: false }));

/** Leads to the form for a key, from wherever one is missing. */
export function askForProfile(): void {
  useProfileRequest.setState({ wanted: true });
  useUi.getState().go('accounts');
}
