import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';
import type { Job } from '../../shared/job';
import { jobTitle, mainPicture, shortId } from '../ui/job-words';
import styles from './pick.module.css';

interface PickListProps {
  ids: readonly string[];
  /** What is known of them here; the rest is shown by the id. */
  jobs: readonly Job[];
  move(from: number, to: number): void;
  remove(index: number): void;
}

/** What was picked, in its order. Alt with an arrow moves a row, Delete takes it out. */
export function PickList({ ids, jobs, move, remove }: PickListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<number>(undefined);
  useEffect(() => {
    const row = follow.current === undefined ? undefined : list.current?.children[follow.current];
    follow.current = undefined;
    if (row instanceof HTMLElement) row.focus();
  }, [ids]);
  const go = (from: number, to: number): void => {
    if (to < 0 || to >= ids.length) return;
    follow.current = to;
    move(from, to);
  };
  if (ids.length === 0) return <p className={styles.none}>{t('forms.nothingPicked')}</p>;
  return (
    <ol ref={list} className={styles.picked} aria-label={t('forms.picked')}>
      {ids.map((remoteId, index) => {
        const job = jobs.find((item) => item.remoteId === remoteId);
        const picture = job && mainPicture(job.assets);
        const name = job ? jobTitle(job) : shortId(remoteId);
        return (
          <li
            key={`${remoteId}/${index}`}
            tabIndex={0}
            aria-label={t('forms.pickedItem', { position: index + 1, count: ids.length, name })}
            onKeyDown={(event) => {
              const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
              if (step !== undefined) {
                event.preventDefault();
                go(index, index + step);
              } else if (event.key === 'Delete' && event.target === event.currentTarget) {
                follow.current = Math.min(index, ids.length - 2);
                remove(index);
              }
            }}
          >
            <span className={styles.position} aria-hidden>
              {index + 1}
            </span>
            {picture ? (
              <img className={styles.small} src={thumbUrl(picture.sha256, 80)} alt="" />
            ) : (
              <span className={styles.small} />
            )}
            <span className={styles.name}>
              <span className="truncate">{name}</span>
              <span className="mono truncate">{shortId(remoteId)}</span>
            </span>
            <ActionIcon
              size={24}
              aria-label={t('forms.moveUp', { name })}
              disabled={index === 0}
              onClick={() => {
                go(index, index - 1);
              }}
            >
              <ArrowUp size={14} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              aria-label={t('forms.moveDown', { name })}
              disabled={index === ids.length - 1}
              onClick={() => {
                go(index, index + 1);
              }}
            >
              <ArrowDown size={14} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              aria-label={t('create.removeLabel', { name })}
              onClick={() => {
                follow.current = Math.min(index, ids.length - 2);
                remove(index);
              }}
            >
              <X size={14} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ol>
  );
}
