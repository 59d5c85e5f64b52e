import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FillContext, SlotValues } from '../../knowledge/articles/index.ts';
import { useMustAsk } from '../state/use-must-ask.ts';

export interface InsertButtonProps {
  template: string;
  values: SlotValues;
  context: FillContext;
  isFirst: boolean;
  /** Inserting puts it where only the team can read it. */
  isPrivateNote: boolean;
  onInsert: () => void;
}

/** Says what the key will do: insert, note, or ask somebody first who may decide it. */
export function InsertButton({ isFirst, isPrivateNote, onInsert, ...script }: InsertButtonProps) {
  const { t } = useTranslation();
  const mustAsk = useMustAsk(script.template, script.values, script.context);
  const isCareful = isPrivateNote || mustAsk;
  return (
    <Button
      size="compact-xs"
      {...(isCareful ? { color: 'yellow' } : {})}
      variant={isFirst && !isCareful ? 'filled' : 'light'}
      onClick={onInsert}
    >
      {mustAsk ? t('ask.button') : t(isPrivateNote ? 'card.insertNote' : 'card.insert')}
    </Button>
  );
}
