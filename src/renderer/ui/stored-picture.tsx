import { useState, type ComponentPropsWithoutRef } from 'react';
import { assetUrl } from '../../shared/contract';
import type { Asset } from '../../shared/job';
import { PictureProblem } from './picture-problem';

interface StoredPictureProps extends Omit<ComponentPropsWithoutRef<'img'>, 'src'> {
  asset: Asset;
  jobId?: string | undefined;
  alt: string;
  /** Where it is not the picture itself: a page of a PDF. */
  src?: string;
  /** Of tests. */
  'data-testid'?: string | undefined;
}

/** A stored picture, or in its place why it cannot be shown. */
export function StoredPicture({ asset, jobId, alt, src = assetUrl(asset.sha256), ...image }: StoredPictureProps) {
  const [failed, setFailed] = useState<string>();
  if (failed === asset.sha256)
    return (
      <PictureProblem
        asset={asset}
        jobId={jobId}
        onFetched={() => {
          setFailed(undefined);
        }}
      />
    );
  return (
    <img
      {...image}
      src={src}
      alt={alt}
      onError={() => {
        setFailed(asset.sha256);
      }}
    />
  );
}
