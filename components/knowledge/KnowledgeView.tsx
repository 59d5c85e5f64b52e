import { SegmentedControl, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyView } from '../i18n/lazy-view.ts';
import { PlaceHeading } from '../shell/PlaceHeading.tsx';
import { GapsSection } from './GapsSection.tsx';
import { KnowledgeTest } from './KnowledgeTest.tsx';
import { LessonsSection } from './LessonsSection.tsx';
import { SynonymsSection } from './SynonymsSection.tsx';

// Brings the rules of three languages and their schema.
const DraftRules = lazyView(async () => (await import('../compliance/DraftRules.tsx')).DraftRules);

const SECTIONS = ['lessons', 'gaps', 'synonyms', 'test', 'rules'] as const;
type Section = (typeof SECTIONS)[number];

export interface KnowledgeViewProps {
  onBack: () => void;
  onAssist: () => void;
}

/** What the search has learned here, what it lacks, the words it knows as one, a test with real questions, and what drafts are checked for. */
export function KnowledgeView({ onBack, onAssist }: KnowledgeViewProps) {
  const { t } = useTranslation();
  const [section, setSection] = useState<Section>('lessons');
  return (
    <Stack gap="sm" component="section" aria-label={t('knowledge.title')} data-place-body tabIndex={-1}>
      <PlaceHeading title={t('knowledge.title')} onBack={onBack} />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('knowledge.title')}
        value={section}
        onChange={setSection}
        data={SECTIONS.map((value) => ({ value, label: t(`knowledge.section.${value}`) }))}
      />
      <Text size="xs" c="dimmed">
        <IconLock size={12} aria-hidden /> {t('knowledge.private')}
      </Text>
      {section === 'lessons' && <LessonsSection onAssist={onAssist} />}
      {section === 'gaps' && <GapsSection onTest={() => setSection('test')} />}
      {section === 'synonyms' && <SynonymsSection />}
      {section === 'test' && <KnowledgeTest />}
      <Suspense>{section === 'rules' && <DraftRules />}</Suspense>
    </Stack>
  );
}
