import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanelStore, type Notice } from '../state/panel-store.ts';

const CALM: ReadonlySet<Notice['kind']> = new Set(['inserted', 'copied', 'saved']);
const SHOWN_MS = { calm: 4_000, worth: 12_000 };

/** One line about what just happened and what to do. One at a time. */
export function NoticeLine() {
  const { notice, dismissNotice } = usePanelStore();
  const { t } = useTranslation();
  const isCalm = notice !== null && CALM.has(notice.kind);

  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(dismissNotice, isCalm ? SHOWN_MS.calm : SHOWN_MS.worth);
    return () => clearTimeout(timer);
  }, [notice, isCalm, dismissNotice]);

  return (
    <div role="status" aria-live="polite">
      {notice && (
        <Alert
          data-notice={notice.kind}
          color={isCalm ? 'teal' : 'yellow'}
          icon={isCalm ? <IconCheck size={16} /> : <IconAlertTriangle size={16} />}
          p={8}
          radius={0}
          withCloseButton
          closeButtonLabel={t('common.close')}
          onClose={dismissNotice}
        >
          {describe(notice, t)}
        </Alert>
      )}
    </div>
  );
}

function describe(notice: Notice, t: TFunction): string {
  switch (notice.kind) {
    case 'inserted':
      return t('notice.inserted');
    case 'copied':
      return t('notice.copied');
    case 'saved':
      return t('notice.saved');
    case 'slots-open':
      return t('notice.slotsOpen', { slots: notice.slots.join(t('common.listSeparator')) });
    case 'just-changed':
      return t('notice.justChanged');
    case 'look-first':
      return t('notice.lookFirst');
    case 'no-such-card':
      return t('notice.noSuchCard');
    case 'refused':
      return t(`refusal.${notice.reason}`);
    case 'not-stored':
      return t(`notStored.${notice.reason}`);
  }
}
