import { Button, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFinding, DraftNeverSay } from '../../knowledge/compliance/index.ts';
import { matchesShortcut, REWRITE_KEY } from '../../utils/keyboard/shortcut.ts';
import { useComplaintStore } from '../state/complaint-store.ts';
import { useDraftCheck, type DraftCheckInputs } from '../state/use-draft-check.ts';
import { FindingList } from './FindingList.tsx';
import { useFindingText } from './use-finding-text.ts';
import './draft.css';

const NOTHING_SAID: readonly DraftNeverSay[] = [];

/** One line about what is being typed in the console, and one key for better words. Absent while all is well. */
export function DraftLine(inputs: Omit<DraftCheckInputs, 'mustSays' | 'neverSays'>) {
  const { t } = useTranslation();
  const stage = useComplaintStore(({ complaint }) => complaint?.stage);
  const mustSays = useMemo(() => stage?.must.filter(({ isOptional }) => !isOptional) ?? [], [stage]);
  const { findings, rewrite, mute } = useDraftCheck({
    ...inputs,
    mustSays,
    neverSays: stage?.neverSaid ?? NOTHING_SAID,
  });
  const [isOpen, setIsOpen] = useState(false);
  const describe = useFindingText();
  const [first] = findings;
  // The next line comes as one line again.
  if (!first && isOpen) setIsOpen(false);
  useRewriteKey(first?.rewrite ? () => rewrite(first) : null);
  const place = useKeptFocus(findings);
  useEscape(place, () => isOpen && setIsOpen(false));
  return (
    <section ref={place} aria-label={t('draft.label')}>
      <div className="visually-hidden" role="status" aria-live="polite">
        {first && t('draft.announce', { finding: describe(first) })}
      </div>
      {first && (
        <div className="draft" data-draft-line>
          <Line
            first={first}
            more={findings.length - 1}
            isOpen={isOpen}
            onToggle={() => setIsOpen(!isOpen)}
            onRewrite={() => rewrite(first)}
          />
          {isOpen && <FindingList findings={findings} onRewrite={rewrite} onMute={mute} />}
        </div>
      )}
    </section>
  );
}

interface LineProps {
  first: DraftFinding;
  /** How many others there are. */
  more: number;
  isOpen: boolean;
  onToggle: () => void;
  onRewrite: () => void;
}

function Line({ first, more, isOpen, onToggle, onRewrite }: LineProps) {
  const { t } = useTranslation();
  const describe = useFindingText();
  const Chevron = isOpen ? IconChevronDown : IconChevronUp;
  return (
    <Group gap={6} wrap="nowrap" justify="space-between">
      <UnstyledButton className="draft-words" aria-expanded={isOpen} onClick={onToggle} data-draft-toggle>
        <IconAlertTriangle size={14} className="draft-sign" aria-hidden />
        <Text size="xs" span truncate>
          {t('draft.line', { finding: describe(first) })}
        </Text>
        {more > 0 && (
          <Text size="xs" span c="dimmed" style={{ flexShrink: 0 }}>
            {t('draft.more', { count: more })}
          </Text>
        )}
        <Chevron size={12} aria-label={t(isOpen ? 'draft.close' : 'draft.open')} style={{ flexShrink: 0 }} />
      </UnstyledButton>
      {first.rewrite && (
        <Button
          size="compact-xs"
          variant="light"
          color="yellow"
          style={{ flexShrink: 0 }}
          title={first.rewrite.text}
          rightSection={<Kbd size="xs">{REWRITE_KEY}</Kbd>}
          onClick={onRewrite}
        >
          {t('draft.rewrite')}
        </Button>
      )}
    </Group>
  );
}

/** Works everywhere in the panel while there is something to put better. In the console the page's script hears it. */
function useRewriteKey(rewrite: (() => void) | null): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!rewrite || event.repeat || !matchesShortcut(event, REWRITE_KEY)) return;
    event.preventDefault();
    rewrite();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Escape goes one step back: from all findings to the one line. */
function useEscape(place: RefObject<HTMLElement | null>, close: () => unknown): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && close() !== false) event.preventDefault();
  });
  useEffect(() => {
    const section = place.current;
    const listener = (event: KeyboardEvent) => handle(event);
    section?.addEventListener('keydown', listener);
    return () => section?.removeEventListener('keydown', listener);
  }, [place]);
}

/** What was just pressed goes with its finding: what is left of the line takes the focus, else the place. */
function useKeptFocus(findings: readonly DraftFinding[]) {
  const place = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    const section = place.current;
    const note = () => {
      hadFocus.current = section?.contains(document.activeElement) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const next = place.current?.querySelector<HTMLElement>('[data-draft-toggle]');
    (next ?? document.querySelector<HTMLElement>('main'))?.focus();
  }, [findings]);
  return place;
}
