import { useUi } from '../ui-store';
import { Grid } from './grid';
import { ResultView } from './result-view';

export default function LibraryScreen() {
  const job = useUi((state) => state.libraryJob);
  return job === null ? <Grid /> : <ResultView id={job} />;
}
