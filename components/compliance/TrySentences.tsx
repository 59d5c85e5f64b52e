import { Mark, Stack, Text, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryRules, type DraftRule, type TriedSentence } from '../../knowledge/compliance/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { DraftRules } from '../state/use-draft-rules.ts';

const MAX_SENTENCES = 100;
const MAX_LENGTH = 1_000;

/** Sentences of one's own, one a line: which rule fires on which words, and why another lets them pass. */
export function TrySentences({ rules: { rules, muted } }: { rules: DraftRules }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text);
  const tried = useMemo(() => {
    const lines = typed.split('\n').map((line) => line.trim().slice(0, MAX_LENGTH));
    return tryRules(rules, lines.filter(Boolean).slice(0, MAX_SENTENCES), locale);
  }, [rules, typed, locale]);
  return (
    <>
      <Textarea
        size="xs"
        label={t('rules.try')}
        placeholder={t('rules.placeholder')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Stack gap={8} component="ol" aria-label={t('rules.results')} p={0} m={0} style={{ listStyle: 'none' }}>
        {tried.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same sentence may stand there twice
          <li key={at}>
            <Tried tried={one} rules={rules} muted={muted} />
          </li>
        ))}
      </Stack>
    </>
  );
}

interface TriedProps {
  tried: TriedSentence;
  rules: readonly DraftRule[];
  muted: readonly string[];
}

function Tried({ tried: { sentence, matches }, rules, muted }: TriedProps) {
  const { t } = useTranslation();
  const first = matches.find(({ clearedBy, ruleId }) => clearedBy === null && !muted.includes(ruleId));
  return (
    <>
      <Text size="sm">
        {sentence.slice(0, first?.start)}
        {first && <Mark>{first.words}</Mark>}
        {first && sentence.slice(first.end)}
      </Text>
      {matches.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('rules.fine')}
        </Text>
      )}
      {matches.map((match) => (
        <MatchLine
          key={`${match.ruleId} ${match.start}`}
          match={match}
          rule={rules.find(({ id }) => id === match.ruleId)}
          isMuted={muted.includes(match.ruleId)}
        />
      ))}
    </>
  );
}

interface MatchLineProps {
  match: TriedSentence['matches'][number];
  rule: DraftRule | undefined;
  isMuted: boolean;
}

function MatchLine({ match, rule, isMuted }: MatchLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!rule) return null;
  const finding = t('draft.finding', { words: match.words, kind: t(`draftKind.${rule.kind}`) });
  if (isMuted || match.clearedBy) {
    const why = match.clearedBy ? t(`clearing.${match.clearedBy}`) : t('rules.isOff');
    return (
      <Text size="xs" c="dimmed">
        {t('rules.passes', { finding, why })}
      </Text>
    );
  }
  return (
    <div>
      <Text size="xs" fw={600}>
        {finding}
      </Text>
      <Text size="xs">{rule.reason[locale]}</Text>
      {match.rewrite && <Text size="xs">{t('draft.instead', { text: match.rewrite.text })}</Text>}
      <Text size="xs" c="dimmed">
        {t('draft.rule', { id: rule.id })}
      </Text>
    </div>
  );
}
