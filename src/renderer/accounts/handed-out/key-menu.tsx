import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import { inScreen } from '../../ui/portal-target';
import type { KeyDialogKind, OpenKeyDialog } from './key-dialogs';

interface KeyMenuProps {
  record: ShownKey;
  onDialog: (dialog: OpenKeyDialog) => void;
}

export function KeyMenu({ record, onDialog }: KeyMenuProps) {
  const { t } = useTranslation();
  const item = (kind: KeyDialogKind) => (
    <Menu.Item
      {...(kind === 'delete' && { c: 'var(--bad)' })}
      onClick={() => {
        onDialog({ kind, record });
      }}
    >
      {t(`handedOut.${kind}`)}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" {...inScreen}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('handedOut.menuOf', { name: record.name })}>
          <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item('details')}
        {item('edit')}
        {item('webhook')}
        <Menu.Divider />
        {item('delete')}
      </Menu.Dropdown>
    </Menu>
  );
}
