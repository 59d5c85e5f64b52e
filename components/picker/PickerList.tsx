import { Badge, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fillTemplate, type SlotValues } from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { readFillContext } from '../state/fill-script.ts';
import type { Picker, PickerNotice } from './use-picker.ts';

/** A page can put the list under a click that was meant for something else: a click counts when it has been seen. */
const SEEN_AFTER_MS = 400;

export interface PickerListProps {
  picker: Picker;
  values: SlotValues;
}

/** What was found, the chosen one marked; below it which keys do what, or why the last one did nothing. */
export function PickerList({ picker, values }: PickerListProps) {
  const { t } = useTranslation();
  const { suggestions, selected, notice, pick } = picker;
  const shownAt = useShownAt(suggestions);
  const title = suggestions[selected]?.article.title;
  return (
    <>
      <div role="listbox" aria-label={t('picker.title')}>
        {suggestions.map((suggestion, at) => (
          <Row
            key={suggestion.article.id}
            suggestion={suggestion}
            values={values}
            isSelected={at === selected}
            onPick={() => performance.now() - shownAt.current > SEEN_AFTER_MS && pick(at)}
          />
        ))}
      </div>
      {suggestions.length === 0 && (
        <Text size="sm" p={10} role="status">
          {describeNothing(picker, t)}
        </Text>
      )}
      <div className="picker-foot" role="status" data-notice={notice?.kind}>
        {notice ? describeNotice(notice, t) : t('picker.keys')}
        {/* The focus is elsewhere: said aloud, not only drawn. */}
        {title !== undefined && <span className="picker-said">{title}</span>}
      </div>
    </>
  );
}

interface RowProps {
  suggestion: Suggestion;
  values: SlotValues;
  isSelected: boolean;
  onPick: () => void;
}

function Row({ suggestion: { article, template }, values, isSelected, onPick }: RowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const text = fillTemplate(template, values, readFillContext(article));
  return (
    <div
      ref={row}
      role="option"
      // Its keys come from the composer; a screen reader may put the focus here all the same.
      tabIndex={-1}
      aria-selected={isSelected}
      className="picker-row"
      data-article={article.id}
      onClick={onPick}
      onKeyDown={(event) => event.key === 'Enter' && onPick()}
    >
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} truncate>
          {article.title}
        </Text>
        {text === null && (
          <Badge size="sm" variant="light" color="yellow" tt="none" style={{ flexShrink: 0 }}>
            {t('picker.blanks')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" lineClamp={1}>
        {collapseWhitespace(text ?? template)}
      </Text>
    </div>
  );
}

function useShownAt(shown: unknown) {
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    shownAt.current = performance.now();
  }, [shown]);
  return shownAt;
}

function describeNothing({ query, lookup }: Picker, t: TFunction): string {
  if (lookup.state === 'failed') return t('picker.failed');
  if (query.trim() === '') return t('picker.start');
  return lookup.state === 'waiting' ? t('picker.searching') : t('picker.none');
}

function describeNotice(notice: PickerNotice, t: TFunction): string {
  if (notice.kind === 'refused') return t(`refusal.${notice.reason}`, { lines: notice.lines });
  if (notice.kind === 'broken') return t('picker.broken');
  if (notice.kind === 'must-ask') return t('picker.mustAsk');
  if (notice.kind === 'held-back') return notice.text;
  return t('picker.slotsOpen', { slots: notice.slots.join(t('common.listSeparator')) });
}
