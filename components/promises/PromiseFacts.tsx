import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readUrgency, type ServicePromise } from '../../knowledge/promises/index.ts';
import { formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { Leave } from '../knowledge/RecordList.tsx';
import type { LedgerEntry } from '../state/use-promises.ts';
import { sayState, sayTimeLeft, sayWhen } from './say-promise.ts';

export interface PromiseRowProps {
  entry: LedgerEntry;
  now: number;
  /** Told of what may take the row away. */
  leave: Leave;
  onContact: (contactId: string) => void;
}

/** What was promised, by when, how it stands, in which words, and to whom. */
export function PromiseFacts({ entry: { promise, label }, now, onContact }: Omit<PromiseRowProps, 'leave'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { dueAt, action, words, contactId, madeAt } = promise;
  const when = dueAt === null ? null : sayWhen(dueAt, { t, locale, now });
  return (
    <div data-promise={promise.id} data-state={promise.state}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600} {...(dueAt === null ? {} : { title: formatWhen(dueAt, locale, 'exact') })}>
          {t(`promise.action.${action}`)}
          {when && t('common.separator') + t('promise.by', { when })}
        </Text>
        <Standing promise={promise} now={now} />
      </Group>
      <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
        {words}
      </Text>
      <Anchor
        component="button"
        type="button"
        size="xs"
        title={formatWhen(madeAt, locale, 'exact')}
        onClick={() => onContact(contactId)}
      >
        {t('promise.toContact', {
          who: label || t('contact.unnamed'),
          when: formatWhen(madeAt, locale, 'short'),
        })}
      </Anchor>
    </div>
  );
}

/** In words, not by colour alone. */
function Standing({ promise, now }: { promise: ServicePromise; now: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isOpen = promise.state === 'open';
  const isPressing = isOpen && ['overdue', 'soon'].includes(readUrgency(promise, now));
  const colours = { open: isPressing ? 'yellow' : 'gray', kept: 'teal' } as Record<string, string>;
  return (
    <Badge
      size="sm"
      variant="light"
      color={colours[promise.state] ?? 'gray'}
      tt="none"
      style={{ flexShrink: 0 }}
      autoContrast
    >
      {isOpen ? sayTimeLeft(promise, { t, locale, now }) : sayState(promise, t)}
    </Badge>
  );
}
