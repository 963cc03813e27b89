import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';

interface ThumbnailProps {
  sha256: string;
  /** px that are asked for. */
  width: number;
  className?: string | undefined;
  /** Outside what is seen nothing is loaded. */
  lazy?: boolean;
}

/** A stored picture in a list, where its words stand beside it; a mark where the file is damaged or gone. */
export function Thumbnail({ sha256, width, className, lazy = false }: ThumbnailProps) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string>();
  if (failed === sha256)
    return (
      <span role="img" aria-label={t('library.notShown')} title={t('library.notShown')} className={className}>
        <ImageOff size={16} strokeWidth={1.6} aria-hidden />
      </span>
    );
  return (
    <img
      className={className}
      src={thumbUrl(sha256, width)}
      alt=""
      {...(lazy && { loading: 'lazy' })}
      draggable={false}
      onError={() => {
        setFailed(sha256);
      }}
    />
  );
}
