import { Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  parseTemplate,
  readTypedValue,
  splitTemplate,
  type FillContext,
  type SlotValues,
  type TemplatePart,
} from '../../knowledge/articles/index.ts';

const loadSlotEditor = async () => ({ default: (await import('./SlotEditor.tsx')).SlotEditor });
const SlotEditor = lazy(loadSlotEditor);

export interface ReplyPreviewProps {
  template: string;
  values: SlotValues;
  context: FillContext;
  isExpanded: boolean;
  /** Whether its slots are on the way of the Tab key. */
  isActive: boolean;
  onEdit: (edited: SlotValues) => void;
}

/** A script with its slots as pills: filled ones show what will go in, open ones their name; a click changes either. */
export function ReplyPreview({ template, values, context, isExpanded, isActive, onEdit }: ReplyPreviewProps) {
  const [edited, setEdited] = useState<string | null>(null);
  useEffect(() => void loadSlotEditor(), []);
  return (
    <>
      <Text size="sm" component="div" data-reply lineClamp={isExpanded || edited !== null ? 0 : 3}>
        {splitTemplate(template, values, context).map((part) => {
          if (part.kind === 'text') return part.text;
          return edited === part.place ? (
            <Suspense key={part.place}>
              <SlotEditor
                slot={part.slot}
                value={readTypedValue(part.slot, values, context)}
                onChange={(value) => onEdit({ [part.slot.name]: value })}
                onClose={() => setEdited(null)}
              />
            </Suspense>
          ) : (
            <Pill key={part.place} part={part} isActive={isActive} onClick={() => setEdited(part.place)} />
          );
        })}
      </Text>
      <Trouble template={template} />
    </>
  );
}

interface PillProps {
  part: Exclude<TemplatePart, { kind: 'text' }>;
  isActive: boolean;
  onClick: () => void;
}

function Pill({ part: { kind, slot, value }, isActive, onClick }: PillProps) {
  const { t } = useTranslation();
  const { name } = slot;
  const label = value === null ? t('slots.fill', { name }) : t('slots.edit', { name, value });
  const shown = kind === 'slot' ? (value ?? name) : `${value === null ? '+' : '✓'} ${name}`;
  return (
    <button
      type="button"
      className="slot"
      data-open={(kind === 'slot' && value === null) || undefined}
      data-condition={kind === 'condition' || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {shown}
    </button>
  );
}

/** What its author has to mend; until then it goes nowhere. */
function Trouble({ template }: { template: string }) {
  const { t } = useTranslation();
  const problem = parseTemplate(template).problems[0];
  if (!problem) return null;
  return (
    <Text size="xs" mt={4} p={6} bg="var(--mantine-color-yellow-light)">
      {t('slots.broken', { at: problem.at + 1, what: t(`templateFault.${problem.fault}`) })}
    </Text>
  );
}
