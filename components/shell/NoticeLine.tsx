import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanelStore, type Notice, type NoticeOffer } from '../state/panel-store.ts';

/** Nothing to look at twice. */
const CALM: ReadonlySet<Notice['kind']> = new Set([
  'inserted',
  'inserted-joined',
  'copied',
  'saved',
  'removed',
  'alias-added',
  'synonyms-added',
  'said',
]);
const SHOWN_MS = { calm: 4_000, worth: 12_000 };

/** One line about what just happened and what to do. One at a time. */
export function NoticeLine() {
  const { notice, dismissNotice } = usePanelStore();
  const { t } = useTranslation();
  const isCalm = notice !== null && CALM.has(notice.kind);
  const undo = notice && 'undo' in notice ? notice.undo : null;

  useEffect(() => {
    if (!notice) return undefined;
    // Taking back needs time to think.
    const isBrief = isCalm && !undo;
    const timer = setTimeout(dismissNotice, isBrief ? SHOWN_MS.calm : SHOWN_MS.worth);
    return () => clearTimeout(timer);
  }, [notice, isCalm, undo, dismissNotice]);

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
          {say(notice, t)}
          {undo && <UndoButton undo={undo} />}
          {notice.kind === 'refused' && <Offers offers={notice.offers ?? []} />}
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
        // This button goes with its notice; the place it brings something back to takes the focus.
        document.querySelector<HTMLElement>('[data-place-body]')?.focus();
        void undo();
      }}
    >
      {t('notice.undo')}
    </Button>
  );
}

function Offers({ offers }: { offers: readonly NoticeOffer[] }) {
  const { t } = useTranslation();
  const { dismissNotice } = usePanelStore.getState();
  return offers.map(({ kind, act }) => (
    <Button
      key={kind}
      size="compact-xs"
      variant="light"
      ml={8}
      onClick={() => {
        dismissNotice();
        act();
      }}
    >
      {t(`offer.${kind}`)}
    </Button>
  ));
}

/** Kinds that always say the same. */
const FIXED_TEXTS = {
  inserted: 'notice.inserted',
  'inserted-joined': 'notice.insertedJoined',
  copied: 'notice.copied',
  'copy-refused': 'notice.copyRefused',
  'file-unreadable': 'notice.fileUnreadable',
  saved: 'notice.saved',
  'just-changed': 'notice.justChanged',
  'look-first': 'notice.lookFirst',
  'no-such-card': 'notice.noSuchCard',
} as const;

type FixedNotice = Extract<Notice, { kind: keyof typeof FIXED_TEXTS }>;

const isFixed = (notice: Notice): notice is FixedNotice => Object.hasOwn(FIXED_TEXTS, notice.kind);

function say(notice: Notice, t: TFunction): string {
  return 'text' in notice ? notice.text : describe(notice, t);
}

function describe(notice: Exclude<Notice, { text: string }>, t: TFunction): string {
  if (isFixed(notice)) return t(FIXED_TEXTS[notice.kind]);
  switch (notice.kind) {
    case 'slots-open':
      return t('notice.slotsOpen', { slots: notice.slots.join(t('common.listSeparator')) });
    case 'script-broken':
      return t('slots.broken', {
        at: notice.problem.at + 1,
        what: t(`templateFault.${notice.problem.fault}`),
      });
    case 'removed':
      return t('notice.removed', { count: notice.count });
    case 'alias-refused':
      return t(`notice.aliasRefused.${notice.reason}`);
    case 'alias-added':
      return t('notice.aliasAdded', { title: notice.title });
    case 'synonyms-added':
      return t('notice.synonymsAdded', { count: notice.count });
    case 'refused':
      return t(`refusal.${notice.reason}`, { lines: notice.lines });
    case 'not-stored':
      return t(`notStored.${notice.reason}`);
  }
}
