import { findEndpoint } from '../../shared/endpoints/index';
import { portalTarget } from '../ui/portal-target';
import { useAfterPaint } from '../ui/use-after-paint';
import { useMatchMedia } from '../ui/use-match-media';
import { useUi } from '../ui-store';
import { Composer } from './composer';
import { EndpointList } from './endpoint-list';
import styles from './create.module.css';

/** Below these widths the list becomes a picker, and the request a drawer. */
const NARROW = '(max-width: 999px)';
const NO_INSPECTOR = '(max-width: 1199px)';

export function CreateScreen() {
  const id = useUi((state) => state.endpoint);
  const mode = useUi((state) => state.mode);
  const narrow = useMatchMedia(NARROW);
  const drawer = useMatchMedia(NO_INSPECTOR);
  const afterPaint = useAfterPaint();
  const endpoint = findEndpoint(id);
  return (
    <div className={styles.screen} {...portalTarget}>
      {!narrow && (afterPaint ? <EndpointList /> : <div className={styles.listPlace} />)}
      {endpoint && <Composer key={`${mode}/${id}`} endpoint={endpoint} narrow={narrow} drawer={drawer} />}
    </div>
  );
}
