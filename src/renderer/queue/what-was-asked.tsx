import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findEndpoint } from '../../shared/endpoints';
import { describeFields } from '../../shared/fields';
import { isFileRef, type FileRef } from '../../shared/file-ref';
import type { JobDetail } from '../../shared/job';
import { choiceText, fieldLabel } from '../forms/words';
import { AskedFile, AskedPages } from './asked-pdf';
import styles from './asked.module.css';

const LONG = 160;

function LongText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (text.length <= LONG) return <span className={styles.text}>{text}</span>;
  return (
    <>
      <span className={styles.text} data-clamped={all ? undefined : ''}>
        {text}
      </span>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={all}
        onClick={() => {
          setAll(!all);
        }}
      >
        {t(all ? 'queue.showLess' : 'queue.showAll')}
      </button>
    </>
  );
}

function plain(value: unknown): string {
  if (typeof value === 'string') return choiceText(value);
  if (typeof value === 'boolean') return choiceText(value ? 'on' : 'off');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return JSON.stringify(value);
}

function AskedFiles({ files }: { files: readonly FileRef[] }) {
  return files.map((file, index) => <AskedFile key={index} file={file} />);
}

/** The input in the order of the form, under the form's own labels; what was left to the server is left out. */
export function WhatWasAsked({ job }: { job: Pick<JobDetail, 'endpoint' | 'input'> }) {
  const endpoint = findEndpoint(job.endpoint);
  const names = endpoint ? describeFields(endpoint.input).map((field) => field.name) : Object.keys(job.input);
  const file = Object.values(job.input).find(isFileRef);
  const lines: [name: string, content: ReactNode][] = names.flatMap((name) => {
    const value = job.input[name];
    if (name === 'pages' && file)
      return [[name, <AskedPages key={name} file={file} pages={typeof value === 'string' ? value : ''} />] as const];
    if (value === undefined || value === null || value === '') return [];
    const files = [value].flat();
    if (files.length > 0 && files.every(isFileRef)) return [[name, <AskedFiles key={name} files={files} />] as const];
    return [[name, <LongText key={name} text={plain(value)} />] as const];
  }) as [string, ReactNode][];
  return (
    <dl className={styles.asked}>
      {lines.map(([name, content]) => (
        <div key={name}>
          <dt>{fieldLabel(name)}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}
