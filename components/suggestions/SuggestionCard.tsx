import { ActionIcon, Badge, Group, Highlight, Kbd, Paper, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCopy, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FillContext, SlotValues } from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import type { ScriptWarningProps } from '../draft/ScriptWarning.tsx';
import { lazyView } from '../i18n/lazy-view.ts';
import { readFillContext } from '../state/fill-script.ts';
import { InsertButton } from './InsertButton.tsx';
import { ReplyPreview } from './ReplyPreview.tsx';
import { TrustLine } from './TrustLine.tsx';

// Most scripts go out without it; it is fetched once cards are on screen, so that nobody waits for it.
const loadSlotForm = async () => ({ default: (await import('./SlotForm.tsx')).SlotForm });
const SlotForm = lazy(loadSlotForm);
const ScriptWarning = lazyView(async () => (await import('../draft/draft-views.ts')).ScriptWarning);

export interface SuggestionCardProps {
  suggestion: Suggestion;
  /** What its slots are filled with, changes by hand included. */
  values: SlotValues;
  /** Typed before in this contact. */
  offered?: SlotValues;
  /** Counted from 1. */
  position: number;
  /** Shown where the key works. */
  shortcut?: string | undefined;
  isActive?: boolean;
  isAskingForSlots: boolean;
  /** Inserting puts it where only the team can read it. */
  isPrivateNote?: boolean;
  cardRef?: Ref<HTMLDivElement>;
  onInsert: (typed: SlotValues) => void;
  onEdit: (edited: SlotValues) => void;
  onCopy: () => void;
  onDismiss?: (() => void) | undefined;
  onOpen: () => void;
  onCancelSlots: () => void;
}

/** One script: what it says, why it is here, and the key that inserts it. */
export function SuggestionCard({ cardRef, ...props }: SuggestionCardProps) {
  const { suggestion, values, position, isActive = false, isAskingForSlots } = props;
  const [isExpanded, setIsExpanded] = useState(false);
  const { t } = useTranslation();
  const { article, template } = suggestion;
  const context = readFillContext(article);
  useEffect(() => void loadSlotForm(), []);
  const titleId = `card-${position}-title`;

  const toggle = () => {
    if (!isExpanded) props.onOpen();
    setIsExpanded(!isExpanded);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const { onCopy, onDismiss } = props;
    const act = {
      Enter: () => props.onInsert({}),
      ' ': toggle,
      c: onCopy,
      C: onCopy,
      Delete: onDismiss,
      // What a Mac's delete key sends.
      Backspace: onDismiss,
    }[event.key];
    if (!act || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <Paper
      ref={cardRef}
      withBorder
      p={8}
      className={position === 1 ? 'card card-first' : 'card'}
      role="group"
      aria-labelledby={titleId}
      data-article={article.id}
      data-active={isActive || undefined}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={handleKey}
    >
      <CardHeading id={titleId} {...props} isExpanded={isExpanded} />
      <ReplyPreview {...{ template, values, context, isExpanded, isActive }} onEdit={props.onEdit} />
      <CardNotes {...{ template, values, context }} note={isExpanded ? article.internalNote : undefined} />
      {isAskingForSlots ? (
        <Suspense>
          <SlotForm
            {...{ template, context }}
            known={values}
            offered={props.offered ?? {}}
            submitLabel={t(props.isPrivateNote ? 'card.insertNote' : 'card.insert')}
            onSubmit={props.onInsert}
            onCancel={props.onCancelSlots}
          />
        </Suspense>
      ) : (
        <CardActions {...props} {...{ isExpanded, context }} onToggle={toggle} />
      )}
    </Paper>
  );
}

function CardHeading({
  id,
  suggestion: { article, matched },
  position,
  shortcut,
  isExpanded,
}: Pick<SuggestionCardProps, 'suggestion' | 'position' | 'shortcut'> & { id: string; isExpanded: boolean }) {
  return (
    <Group gap={6} wrap="nowrap" justify="space-between" align="flex-start">
      <Text id={id} size="sm" fw={600} lineClamp={isExpanded ? 0 : 1} component="h3">
        {`${position}. `}
        <Highlight component="span" inherit highlight={matched}>
          {article.title}
        </Highlight>
      </Text>
      <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
        <ConfidenceBadge state={article.confidence} />
        {shortcut && <Kbd size="xs">{shortcut}</Kbd>}
      </Group>
    </Group>
  );
}

/** What an agent should know before this script goes in. */
function CardNotes({ note, ...script }: ScriptWarningProps & { note: string | undefined }) {
  return (
    <>
      <Suspense>
        <ScriptWarning {...script} />
      </Suspense>
      {note && <InternalNote note={note} />}
    </>
  );
}

function InternalNote({ note }: { note: string }) {
  const { t } = useTranslation();
  return (
    <Text size="xs" mt={4} p={6} bg="var(--mantine-color-yellow-light)">
      {t('card.internalNote', { note })}
    </Text>
  );
}

function CardActions({
  suggestion,
  position,
  values,
  context,
  isExpanded,
  isPrivateNote = false,
  onToggle,
  onInsert,
  onCopy,
  onDismiss,
}: Omit<SuggestionCardProps, 'cardRef'> & {
  context: FillContext;
  isExpanded: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Group gap={4} mt={4} wrap="nowrap" justify="space-between">
      <TrustLine suggestion={suggestion} />
      <Group gap={2} wrap="nowrap" style={{ flexShrink: 0 }}>
        <IconAction label={t('card.copy')} icon={<IconCopy size={14} />} onClick={onCopy} />
        <IconAction
          label={isExpanded ? t('card.collapse') : t('card.expand')}
          icon={isExpanded ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
          onClick={onToggle}
        />
        {onDismiss && <IconAction label={t('card.dismiss')} icon={<IconX size={14} />} onClick={onDismiss} />}
        <InsertButton
          {...{ context, values, isPrivateNote }}
          template={suggestion.template}
          isFirst={position === 1}
          onInsert={() => onInsert({})}
        />
      </Group>
    </Group>
  );
}

function ConfidenceBadge({ state }: { state: Suggestion['article']['confidence'] }) {
  const { t } = useTranslation();
  const isValidated = state === 'validated';
  return (
    <Badge size="sm" radius="sm" variant="light" color={isValidated ? 'teal' : 'yellow'} tt="none">
      {isValidated ? t('confidence.validated') : t('confidence.notValidated')}
    </Badge>
  );
}

function IconAction({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}
