import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { useFormScope } from '../form-context';
import { PageGrid } from '../page-grid';
import { allPages, tickedPages, tickPages } from '../pages';
import { usePdf, usePdfInfo } from '../use-pdf-info';
import { asText, textOrNothing, type WidgetProps } from '../widget';
import styles from './page-list.module.css';

const NO_PAGES: ReadonlySet<number> = new Set();

/** A page list as text and as pages to tick, each following the other. An unreadable text leaves the ticks as they were. */
export function PageListWidget({ id, label, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const { t } = useTranslation();
  const { fields, form } = useFormScope();
  const pdf = usePdf(form, fields);
  const info = usePdfInfo(pdf).data;
  const text = asText(value);

  const [good, setGood] = useState({ text: '', pages: NO_PAGES });
  if (good.text !== text) {
    const pages = tickedPages(text, info?.pages);
    if (pages) setGood({ text, pages });
  }
  const ticked = good.pages;

  // a range that cannot be read says nothing of what is read: its error stands below
  const words =
    !info || good.text !== text
      ? ''
      : ticked.size === 0
        ? t('create.allRead', { count: info.pages })
        : t('create.someRead', { ticked: ticked.size, count: info.pages });
  return (
    <>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <TextInput
          id={id}
          ref={focusRef}
          className={styles.field}
          value={text}
          placeholder={t('create.pagesPlaceholder')}
          onChange={(event) => {
            onChange(textOrNothing(event.currentTarget.value));
          }}
          onBlur={onBlur}
          error={invalid}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={invalid || undefined}
          inputContainer={withDescription([`${id}-read`, describedBy].filter(Boolean).join(' '))}
        />
        <span id={`${id}-read`} className={styles.read} role="status">
          {words}
        </span>
        {info && (
          <>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('create.allPagesLabel')}
              onClick={() => {
                onChange(allPages(info.pages));
              }}
            >
              {t('create.allPages')}
            </Button>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('create.noPagesLabel')}
              onClick={() => {
                onChange(undefined);
              }}
            >
              {t('create.noPages')}
            </Button>
          </>
        )}
      </div>
      {pdf && info && (
        <PageGrid
          sha256={pdf.$file}
          sizes={info.sizes}
          ticked={ticked}
          tick={(from, to, on) => {
            onChange(textOrNothing(tickPages(ticked, from, to, on)));
          }}
        />
      )}
    </>
  );
}
