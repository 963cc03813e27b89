import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { codeSample, SAMPLE_NAMES } from '../../../shared/code-sample/code-sample';
import type { WireRequest } from '../../../shared/wire-request';
import { useFormScope } from '../../forms/form-context';
import { usePdf, usePdfInfo } from '../../forms/use-pdf-info';
import { CopyButton } from '../../ui/copy-button';
import { formatBytes } from '../../ui/format';
import { previewRequest } from '../request';
import { useAccount } from '../use-account';
import { useFormValues } from '../use-form-values';
import { CodeTab } from './code-tab';
import styles from './inspector.module.css';
import { INSPECTOR_TABS, useInspectorTab, type InspectorTab } from './inspector-tab';
import { jsonText } from './json-tokens';
import { PagePreview } from './page-preview';
import { RequestTab } from './request-tab';
import { shownRequest } from './shown-request';

const PlotData = lazy(() => import('../../results/chart/plot-data'));

/** The request as text without its secrets; a file stands in it by name. */
function requestText({ method, url, body }: WireRequest, locale: string): string {
  const text = body && jsonText(body, ({ name, bytes }) => `<${name}, ${formatBytes(bytes, locale)}>`);
  return [`${method} ${url}`, text].filter(Boolean).join('\n\n');
}

/** What the form would send, as a request or as code, and the page that it is on. */
export default function Inspector() {
  const { t, i18n } = useTranslation();
  const { endpoint, fields, form } = useFormScope();
  const { baseUrl } = useAccount(endpoint);
  const values = useDeferredValue(useFormValues(form));
  const tab = useInspectorTab((state) => state.tab);
  const pdf = usePdf(form, fields);
  const info = usePdfInfo(pdf).data;
  const request = useMemo(() => previewRequest(endpoint, values, baseUrl), [endpoint, values, baseUrl]);
  const sample = useMemo(
    () => (tab === 'request' ? undefined : codeSample(tab, endpoint, request)),
    [tab, endpoint, request],
  );
  const nameOf = (name: InspectorTab): string => (name === 'request' ? t('create.request') : SAMPLE_NAMES[name]);
  return (
    <div className={styles.inspector}>
      <Tabs
        value={tab}
        onChange={(next) => {
          const chosen = INSPECTOR_TABS.find((name) => name === next);
          if (chosen) useInspectorTab.setState({ tab: chosen });
        }}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <div className={styles.bar}>
          <Tabs.List aria-label={t('code.views')} className={styles.tabList ?? ''}>
            {INSPECTOR_TABS.map((name) => (
              <Tabs.Tab key={name} value={name} className={styles.tab ?? ''}>
                {nameOf(name)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CopyButton
            key={tab}
            size={28}
            name={tab === 'request' ? t('create.copyRequest') : t('code.copyAs', { language: nameOf(tab) })}
            text={() => sample?.code ?? requestText(shownRequest(endpoint, request), i18n.language)}
          />
        </div>
        <Tabs.Panel value={tab} className={styles.panel ?? ''}>
          {tab === 'request' || !sample ? <RequestTab request={request} /> : <CodeTab language={tab} sample={sample} />}
        </Tabs.Panel>
      </Tabs>
      {endpoint.view === 'plot' && (
        <Suspense fallback={null}>
          <PlotData value={values['data_json']} />
        </Suspense>
      )}
      {pdf && info && <PagePreview sha256={pdf.$file} sizes={info.sizes} />}
    </div>
  );
}
