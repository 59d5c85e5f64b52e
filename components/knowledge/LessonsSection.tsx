import { Button, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { weighEach, type Lesson } from '../../knowledge/learning/index.ts';
import { systemClock } from '../../utils/time/clock.ts';
import { formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { useRecords } from '../state/records.ts';
import { useLessons, useRemoval, type LearnedRows } from '../state/use-stored.ts';
import { AliasProposals } from './AliasProposals.tsx';
import { RecordList } from './RecordList.tsx';
import { StoredRows } from './StoredRows.tsx';

/** What use has taught the search, row by row, with a way to take each back. */
export function LessonsSection({ onAssist }: { onAssist: () => void }) {
  const { t } = useTranslation();
  const stored = useLessons();
  return (
    <StoredRows stored={stored}>
      {(rows) =>
        rows.lessons.length > 0 ? (
          <Lessons {...rows} />
        ) : (
          <StateCard
            icon={<IconBulb size={20} />}
            title={t('lessons.emptyTitle')}
            action={
              <Button size="xs" variant="default" onClick={onAssist}>
                {t('knowledge.toAssist')}
              </Button>
            }
          >
            {t('lessons.emptyText')}
          </StateCard>
        )
      }
    </StoredRows>
  );
}

function Lessons({ lessons, articles }: LearnedRows) {
  const { t } = useTranslation();
  const remove = useRemoval(useRecords().lessons);
  const weights = useMemo(() => weighEach(lessons, systemClock()), [lessons]);
  return (
    <Stack gap="sm">
      <AliasProposals lessons={lessons} />
      <RecordList
        label={t('lessons.list')}
        rows={lessons}
        identify={({ id }) => id}
        renderRow={(lesson) => (
          <LessonLines
            lesson={lesson}
            title={articles.get(lesson.articleId)?.title}
            weight={weights.get(lesson.id) ?? 0}
          />
        )}
        onRemove={remove}
      />
    </Stack>
  );
}

interface LessonLinesProps {
  lesson: Lesson;
  /** Undefined when the article is gone. */
  title: string | undefined;
  /** What it counts for now, among all; 0 when it has faded. */
  weight: number;
}

function LessonLines({ lesson, title, weight }: LessonLinesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const facts = [
    t(`lessons.kind.${lesson.kind}`),
    formatWhen(lesson.at, locale, 'short'),
    t(`lessons.weight.${nameWeight(weight)}`),
  ];
  return (
    <>
      <Text size="sm">{t('lessons.question', { question: lesson.question })}</Text>
      <Text size="sm" fw={600}>
        {`→ ${title ?? t('lessons.goneArticle')}`}
      </Text>
      <Text size="xs" c="dimmed" title={formatWhen(lesson.at, locale, 'exact')}>
        {facts.join(t('common.separator'))}
      </Text>
    </>
  );
}

const STRONG = 0.5;
const SOME = 0.2;

/** What this one still does to the order of results. Old ones fade. */
function nameWeight(weight: number): 'strong' | 'some' | 'little' | 'against' | 'faded' {
  if (weight < 0) return 'against';
  if (weight >= STRONG) return 'strong';
  if (weight >= SOME) return 'some';
  return weight > 0 ? 'little' : 'faded';
}
