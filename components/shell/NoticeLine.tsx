import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanelStore, type Notice } from '../state/panel-store.ts';

/** Nothing to look at twice. */
const CALM: ReadonlySet<Notice['kind']> = new Set([
  'inserted',
  'copied',
  'saved',
  'removed',
  'alias-added',
  'synonyms-added',
]);
const SHOWN_MS = { calm: 4_000, worth: 12_000 };

/** One line about what just happened and what to do. One at a time. */
export function NoticeLine() {
  const { notice, dismissNotice } = usePanelStore();
  const { t } = useTranslation();
  const isCalm = notice !== null && CALM.has(notice.kind);

  useEffect(() => {
    if (!notice) return undefined;
    // Taking back needs time to think.
    const isBrief = isCalm && notice.kind !== 'removed';
    const timer = setTimeout(dismissNotice, isBrief ? SHOWN_MS.calm : SHOWN_MS.worth);
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
          {notice.kind === 'removed' && <UndoButton undo={notice.undo} />}
        </Alert>
      )}
    </div>
  );
}

function UndoButton({ undo }: { undo: () => Promise<void> }) {
  const { t } = useTranslation();
  const { dismissNotice } = usePanelStore.getState();
  return (
    <Button
      size="compact-xs"
      variant="light"
      ml={8}
      onClick={() => {
        dismissNotice();
        // This button goes with its notice; the list it brings a row back to takes the focus.
        document.querySelector<HTMLElement>('[data-place-body]')?.focus();
        void undo();
      }}
    >
      {t('notice.undo')}
    </Button>
  );
}

/** Kinds that always say the same. */
const FIXED_TEXTS = {
  inserted: 'notice.inserted',
  copied: 'notice.copied',
  saved: 'notice.saved',
  removed: 'notice.removed',
  'alias-refused': 'notice.aliasRefused',
  'just-changed': 'notice.justChanged',
  'look-first': 'notice.lookFirst',
  'no-such-card': 'notice.noSuchCard',
} as const;

type FixedNotice = Extract<Notice, { kind: keyof typeof FIXED_TEXTS }>;

const isFixed = (notice: Notice): notice is FixedNotice => Object.hasOwn(FIXED_TEXTS, notice.kind);

function describe(notice: Notice, t: TFunction): string {
  if (isFixed(notice)) return t(FIXED_TEXTS[notice.kind]);
  switch (notice.kind) {
    case 'slots-open':
      return t('notice.slotsOpen', { slots: notice.slots.join(t('common.listSeparator')) });
    case 'alias-added':
      return t('notice.aliasAdded', { title: notice.title });
    case 'synonyms-added':
      return t('notice.synonymsAdded', { count: notice.count });
    case 'refused':
      return t(`refusal.${notice.reason}`);
    case 'not-stored':
      return t(`notStored.${notice.reason}`);
  }
}
