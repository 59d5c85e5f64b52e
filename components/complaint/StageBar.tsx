import { Kbd, Text } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageNow, StageView } from '../state/complaint.ts';

export interface StageBarProps {
  stages: readonly StageView[];
  stage: StageNow;
  onMove: (stageId: string) => void;
}

/** The stages in a row; one Tab stop, arrows go along it, Enter moves the talk there. */
export function StageBar({ stages, stage, onMove }: StageBarProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const at = stages.findIndex(({ id }) => id === stage.id);
  const handleKey = (event: KeyboardEvent) => {
    const dots = [...(list.current?.querySelectorAll('button') ?? [])];
    const from = dots.findIndex((dot) => dot === document.activeElement);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: dots.length - 1 }[event.key];
    if (to === undefined || from < 0) return;
    event.preventDefault();
    dots[Math.max(0, Math.min(dots.length - 1, to))]?.focus();
  };
  return (
    <div>
      <ol ref={list} className="stage-bar" aria-label={t('stage.title')}>
        {stages.map(({ id, name }, index) => (
          <li key={id}>
            <button
              type="button"
              className="stage-dot"
              aria-current={index === at ? 'step' : undefined}
              aria-label={t('stage.go', { position: index + 1, name })}
              title={name}
              data-passed={index < at || undefined}
              tabIndex={index === at ? 0 : -1}
              onClick={() => onMove(id)}
              onKeyDown={handleKey}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <Text size="sm" fw={600} mt={4} component="h3">
        {`${at + 1}. ${stage.name}`}
        <Text span size="xs" c="dimmed" fw={400}>
          {t('common.separator')}
          {stage.goal}
        </Text>
      </Text>
      <Text size="xs" c="dimmed">
        {stage.isMovedByAgent ? t('stage.byYou') : t('stage.byTalk')} <Kbd size="xs">Alt [</Kbd>{' '}
        <Kbd size="xs">Alt ]</Kbd>
      </Text>
    </div>
  );
}
