import type { ComponentType } from 'react';
import type { Widget } from '../../shared/fields';
import type { FrameKind } from './field-frame';
import type { WidgetProps } from './widget';
import { AspectRatioWidget } from './widgets/aspect-ratio';
import { ChoiceWidget } from './widgets/choice';
import { ChoicesWidget } from './widgets/choices';
import { JsonWidget } from './widgets/json';
import { LongTextWidget } from './widgets/long-text';
import { NumberWidget } from './widgets/number';
import { PageListWidget } from './widgets/page-list';
import { PdfWidget } from './widgets/pdf';
import { SegmentsWidget } from './widgets/segments';
import { SliderWidget } from './widgets/slider';
import { SwitchWidget } from './widgets/switch';
import { TextWidget } from './widgets/text';
import { UrlWidget } from './widgets/url';

interface Entry {
  component: ComponentType<WidgetProps>;
  frame: FrameKind;
}

const json: Entry = { component: JsonWidget, frame: 'label' };
const text: Entry = { component: TextWidget, frame: 'label' };

/** The control of each kind of field. A kind that has none of its own yet is edited as text or as JSON. */
export const WIDGETS: Readonly<Record<Widget, Entry>> = {
  text: text,
  'long-text': { component: LongTextWidget, frame: 'label' },
  integer: { component: NumberWidget, frame: 'label' },
  slider: { component: SliderWidget, frame: 'label' },
  switch: { component: SwitchWidget, frame: 'bare' },
  choice: { component: ChoiceWidget, frame: 'label' },
  segments: { component: SegmentsWidget, frame: 'group' },
  'aspect-ratio': { component: AspectRatioWidget, frame: 'group' },
  choices: { component: ChoicesWidget, frame: 'group' },
  'page-list': { component: PageListWidget, frame: 'bare' },
  pdf: { component: PdfWidget, frame: 'bare' },
  images: json,
  url: { component: UrlWidget, frame: 'label' },
  'url-list': json,
  json: json,
  table: json,
  date: text,
  environment: json,
  labels: json,
  'job-picker': text,
  secret: text,
};
