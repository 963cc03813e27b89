import { Button } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_IMAGE_BYTES } from '../../../shared/endpoints/bananahub-fields';
import { formatBytes } from '../../ui/format';
import { FileProblem } from '../file-problem';
import { chooseImages, imageIntake, takeImages } from '../image-intake';
import { imageBytes } from '../image-bytes';
import { ImageRow } from '../image-row';
import styles from '../images.module.css';
import { moved, without } from '../use-rows';
import type { WidgetProps } from '../widget';

/** Pictures of this computer in their order: dropped anywhere, pasted or chosen. */
export default function ImagesWidget({ field, id, value, onChange, focusRef, invalid, describedBy }: WidgetProps) {
  const { t, i18n } = useTranslation();
  const { busy, problem, taken } = imageIntake.use();
  const images: readonly unknown[] = Array.isArray(value) ? value : [];
  const most = field.maxItems ?? Infinity;
  const bytes = images.reduce((sum: number, image) => sum + imageBytes(image), 0);
  const put = (next: readonly unknown[]): void => {
    onChange(next.length > 0 ? next : undefined);
  };

  const add = useEffectEvent((files: readonly unknown[]) => {
    put([...images, ...files]);
  });
  useEffect(() => {
    const files = taken && imageIntake.collect();
    if (files && files.length > 0) add(files);
  }, [taken]);

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return;
      event.preventDefault();
      void takeImages(files);
    };
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('paste', paste);
    };
  }, []);

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className={styles.images}>
      {images.length > 0 && (
        <ol className={styles.list}>
          {images.map((image, index) => (
            <ImageRow
              key={index}
              image={image}
              index={index}
              count={images.length}
              move={(to) => {
                put(moved(images, index, to));
              }}
              remove={() => {
                put(without(images, index));
              }}
            />
          ))}
        </ol>
      )}
      <div className={styles.add} data-invalid={invalid || undefined} data-empty={images.length === 0 || undefined}>
        <span className={styles.words}>{t('forms.dropImages')}</span>
        <Button
          id={id}
          ref={focusRef}
          size={images.length > 0 ? 'compact-xs' : 'xs'}
          leftSection={<ImagePlus size={14} strokeWidth={1.6} aria-hidden />}
          loading={busy}
          onClick={() => void chooseImages()}
        >
          {t('forms.chooseImages')}
        </Button>
        <span
          className="meta number"
          data-over={bytes > MAX_IMAGE_BYTES || images.length > most || undefined}
          role="status"
        >
          {t('forms.imagesSize', {
            count: images.length,
            most,
            size: formatBytes(bytes, i18n.language),
            limit: formatBytes(MAX_IMAGE_BYTES, i18n.language),
          })}
        </span>
      </div>
      {problem && (
        <FileProblem error={problem.error} name={problem.name}>
          <Button size="compact-xs" onClick={imageIntake.forgetProblem}>
            {t('common.close')}
          </Button>
        </FileProblem>
      )}
    </div>
  );
}
