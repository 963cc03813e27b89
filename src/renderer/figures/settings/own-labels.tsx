import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { figures, useFigure } from '../figure-store';

/** One label a line, as they are pasted from a caption. */
export function OwnLabels({ invalid }: { invalid: boolean }) {
  const { t } = useTranslation();
  const texts = useFigure((state) => state.figure.labels.texts);
  return (
    <Textarea
      label={t('composer.ownLabels')}
      value={texts.join('\n')}
      minRows={2}
      maxRows={8}
      error={invalid}
      spellCheck={false}
      onChange={(event) => {
        figures.setLabelTexts(event.currentTarget.value.split('\n').map((line) => line.slice(0, 500)));
      }}
      onBlur={figures.settle}
    />
  );
}
