import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, Image, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';
import { isFileRef } from '../../shared/file-ref';
import { formatBytes } from '../ui/format';
import { imageBytes } from './image-bytes';
import styles from './images.module.css';

interface ImageRowProps {
  image: unknown;
  index: number;
  count: number;
  move(to: number): void;
  remove(): void;
}

/** One picture with its place in the order. */
export function ImageRow({ image, index, count, move, remove }: ImageRowProps) {
  const { t, i18n } = useTranslation();
  const file = isFileRef(image) ? image : undefined;
  const name = file?.name ?? t('forms.base64Image');
  const facts = [file?.mediaType.replace('image/', '').toUpperCase(), formatBytes(imageBytes(image), i18n.language)];
  return (
    <li className={styles.row}>
      <span className={styles.position} aria-hidden>
        {index + 1}
      </span>
      <span className={styles.paper}>
        {file ? <img src={thumbUrl(file.$file, 120)} alt="" /> : <Image size={16} strokeWidth={1.6} aria-hidden />}
      </span>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.facts}>{facts.filter(Boolean).join(t('create.comma'))}</span>
      <ActionIcon
        size={24}
        aria-label={t('forms.moveUp', { name })}
        disabled={index === 0}
        onClick={() => {
          move(index - 1);
        }}
      >
        <ArrowUp size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={24}
        aria-label={t('forms.moveDown', { name })}
        disabled={index === count - 1}
        onClick={() => {
          move(index + 1);
        }}
      >
        <ArrowDown size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon size={24} aria-label={t('create.removeLabel', { name })} onClick={remove}>
        <X size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </li>
  );
}
