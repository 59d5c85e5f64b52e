import { Alert } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { readOpenCustomerTurn } from '../../knowledge/conversation/index.ts';
import { ComplaintSlot } from '../complaint/ComplaintSlots.tsx';
import { lazyView } from '../i18n/lazy-view.ts';
import type { ActiveConsole } from '../state/use-active-console.ts';
import type { Assist } from '../state/use-assist.ts';
import { AssistView } from '../suggestions/AssistView.tsx';
import type { NothingToHelpWithProps } from './NothingToHelpWith.tsx';

// Most days there is a customer, and every console is read well.
const DoubtBanner = lazyView(async () => (await import('./ConsoleHealth.tsx')).DoubtBanner);
const NothingToHelpWith = lazyView(async () => (await import('./NothingToHelpWith.tsx')).NothingToHelpWith);

export interface AssistPlaceProps extends NothingToHelpWithProps {
  assist: Assist;
}

/** Picks what the assist place shows: a search, the cards, or why there is nothing to help with yet. */
export function AssistPlace({ assist, ...place }: AssistPlaceProps) {
  const { activeConsole, settings, onTeach } = place;
  const { reading } = activeConsole;
  const conversation = reading?.health.state === 'broken' ? null : reading?.conversation;
  if (!assist.isSearching && !conversation) {
    return (
      <Suspense>
        <NothingToHelpWith {...place} />
      </Suspense>
    );
  }
  return (
    <>
      {!settings.isWelcomed && <FirstInsertionHint shortcut={settings.insertionKeys[0] ?? ''} />}
      <Suspense>
        {reading && isDoubtful(reading) && <DoubtBanner reading={reading} onTeach={onTeach} />}
      </Suspense>
      <AssistView
        assist={assist}
        shortcuts={settings.insertionKeys}
        isLookingUp={isCustomerWaiting(reading)}
      />
      <ComplaintSlot isHidden={assist.isSearching} />
    </>
  );
}

/** A guess may be wrong without any sign of it. */
function isDoubtful({ health, readBy }: TabReading): boolean {
  return health.state === 'degraded' || readBy?.trust === 'guessed';
}

function isCustomerWaiting(reading: ActiveConsole['reading']): boolean {
  return Boolean(reading?.conversation && readOpenCustomerTurn(reading.conversation));
}

function FirstInsertionHint({ shortcut }: { shortcut: string }) {
  const { t } = useTranslation();
  return (
    <Alert p={8} mb={8} color="teal" title={t('welcome.hintTitle')}>
      {t('welcome.hintText', { key: shortcut })}
    </Alert>
  );
}
