import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StageNow } from '../state/complaint.ts';

export interface StageDutiesProps {
  stage: StageNow;
  onTick: (mustId: string) => void;
}

/** What has to be said here, ticked as it is said, and what is better left unsaid. */
export function StageDuties({ stage, onTick }: StageDutiesProps) {
  const { t } = useTranslation();
  return (
    <>
      {stage.must.length > 0 && (
        <ul className="must-list" aria-label={t('stage.must')}>
          {stage.must.map(({ id, name, isSaid, isOptional }) => (
            <li key={id}>
              <label className="must">
                <input type="checkbox" checked={isSaid} onChange={() => onTick(id)} />
                {isOptional ? t('stage.optional', { name }) : name}
              </label>
            </li>
          ))}
        </ul>
      )}
      {stage.neverSaid.map(({ id, words, reason }) => (
        <Text key={id} size="xs" mt={4} p={4} bg="var(--mantine-color-yellow-light)" role="status">
          {t('stage.neverSaid', { words, reason })}
        </Text>
      ))}
      {stage.never.length > 0 && (
        <Text size="xs" c="dimmed" mt={4} component="div">
          {t('stage.never')}
          <ul className="plain-list">
            {stage.never.map(({ id, reason }) => (
              <li key={id}>{t('stage.neverItem', { reason })}</li>
            ))}
          </ul>
        </Text>
      )}
    </>
  );
}
