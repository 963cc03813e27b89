import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import { PlotFormats } from './plot-formats';

export default function PlotView({ result }: ResultProps) {
  if (result.kind === 'answer') return <OtherShape value={result.answer} />;
  return result.job.assets.length > 0 ? <PlotFormats job={result.job} /> : null;
}
