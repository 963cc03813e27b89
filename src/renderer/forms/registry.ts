import type { ComponentType } from 'react';
import type { FieldDescription, Widget } from '../../shared/fields';
import type { FrameKind } from './field-frame';
import { lazyWidget } from './lazy-widget';
import type { WidgetProps } from './widget';
import { AspectRatioWidget } from './widgets/aspect-ratio';
import { LongTextWidget } from './widgets/long-text';
import { IntegerWidget } from './widgets/number';
import { PageListWidget } from './widgets/page-list';
import { PdfWidget } from './widgets/pdf';
import { SegmentsWidget } from './widgets/segments';
import { SliderWidget } from './widgets/slider';
import { TextWidget } from './widgets/text';
import { UrlWidget } from './widgets/url';
import { YesNoWidget } from './widgets/yes-no';

interface Entry {
  component: ComponentType<WidgetProps>;
  frame: FrameKind;
}

/** The control of each kind of field. What the first form does not need comes when it is asked for. */
const WIDGETS: Readonly<Record<Widget, Entry>> = {
  text: { component: TextWidget, frame: 'label' },
  'long-text': { component: LongTextWidget, frame: 'label' },
  integer: { component: IntegerWidget, frame: 'label' },
  slider: { component: SliderWidget, frame: 'label' },
  switch: { component: lazyWidget(() => import('./widgets/switch'), 20), frame: 'bare' },
  choice: { component: lazyWidget(() => import('./widgets/choice'), 28), frame: 'label' },
  segments: { component: SegmentsWidget, frame: 'group' },
  'aspect-ratio': { component: AspectRatioWidget, frame: 'group' },
  choices: { component: lazyWidget(() => import('./widgets/choices'), 20), frame: 'group' },
  'page-list': { component: PageListWidget, frame: 'bare' },
  pdf: { component: PdfWidget, frame: 'bare' },
  images: { component: lazyWidget(() => import('./widgets/images'), 86), frame: 'group' },
  url: { component: UrlWidget, frame: 'label' },
  'url-list': { component: lazyWidget(() => import('./widgets/url-list'), 58), frame: 'group' },
  json: { component: lazyWidget(() => import('./widgets/json'), 158), frame: 'group' },
  table: { component: lazyWidget(() => import('./widgets/table'), 230), frame: 'group' },
  date: { component: lazyWidget(() => import('./widgets/date'), 28), frame: 'label' },
  environment: { component: lazyWidget(() => import('./widgets/environment'), 58), frame: 'group' },
  labels: { component: lazyWidget(() => import('./widgets/labels'), 28), frame: 'group' },
  'job-picker': { component: lazyWidget(() => import('./widgets/job-picker'), 240), frame: 'group' },
  secret: { component: lazyWidget(() => import('./widgets/secret'), 28), frame: 'label' },
};

const yesNo: Entry = { component: YesNoWidget, frame: 'group' };

/** A switch needs a position of its own; where the server has none, there is a third answer: as it is. */
export function entryOf(field: FieldDescription): Entry {
  const settled = field.required || field.serverDefault !== undefined || field.initial !== undefined;
  return field.widget === 'switch' && !settled ? yesNo : WIDGETS[field.widget];
}
