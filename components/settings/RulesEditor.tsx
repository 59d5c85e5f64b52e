import { Button, Collapse, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRules } from '../../knowledge/complaints/index.ts';
import { readOwnRules, RULE_PARTS, type ReadRules, type RulePart } from '../../knowledge/contracts/index.ts';
import { ownComplaintRules } from '../../utils/settings/settings.ts';
import { downloadText } from '../knowledge/download-text.ts';
import { PickFile } from '../knowledge/PickFile.tsx';
import { useBundledRules } from '../state/use-complaint-rules.ts';
import { useSetting } from '../state/use-setting.ts';
import { countOwnParts, dropPart, replacePart, writePart } from './own-rules.ts';
import { RulesPreview } from './RulesPreview.tsx';
import { QuietButton } from '../complaint/QuietButton.tsx';

/** The team's own rules as JSON: checked with every letter, shown as what they will be, kept only without a mistake. */
export function RulesEditor() {
  const { t } = useTranslation();
  const bundled = useBundledRules();
  const [isOpen, setIsOpen] = useState(false);
  const [own] = useSetting(ownComplaintRules);
  return (
    <div>
      <QuietButton isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('complaintSettings.rules')}
      </QuietButton>
      <Text size="xs" c="dimmed">
        {t('complaintSettings.rulesText', { count: countOwnParts(own) })}
      </Text>
      <Collapse expanded={isOpen}>{bundled && isOpen && <Editor bundled={bundled} />}</Collapse>
    </div>
  );
}

function Editor({ bundled }: { bundled: ComplaintRules }) {
  const { t } = useTranslation();
  const [own, store] = useSetting(ownComplaintRules);
  const [part, setPart] = useState<RulePart>('playbooks');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? writePart(part, own, bundled);
  const whole = replacePart(own, part, text);
  const read = readOwnRules(whole, bundled);
  const choose = (next: RulePart) => {
    setPart(next);
    setTyped(null);
  };
  return (
    <Stack gap={8} mt={8}>
      <Select
        size="xs"
        label={t('complaintSettings.part')}
        allowDeselect={false}
        value={part}
        onChange={(chosen) => chosen && choose(chosen)}
        data={RULE_PARTS.map((value) => ({ value, label: t(`complaintSettings.parts.${value}`) }))}
      />
      <Textarea
        className="rule-text"
        label={t('complaintSettings.json')}
        autosize
        minRows={8}
        maxRows={20}
        spellCheck={false}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Verdict read={read} part={part} />
      <Group gap={6}>
        <Button
          size="xs"
          disabled={!read.ok || typed === null}
          onClick={() => {
            store(whole);
            setTyped(null);
          }}
        >
          {t('complaintSettings.save')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={typed === null && own === null}
          onClick={() => {
            if (typed === null) store(dropPart(own, part));
            setTyped(null);
          }}
        >
          {t(typed === null ? 'complaintSettings.reset' : 'complaintSettings.undo')}
        </Button>
      </Group>
      <WholeFile own={own} bundled={bundled} onStore={store} />
    </Stack>
  );
}

function Verdict({ read, part }: { read: ReadRules; part: RulePart }) {
  const { t } = useTranslation();
  if (read.ok) return <RulesPreview rules={read.value} part={part} />;
  return (
    <div role="alert">
      <Text size="xs" fw={600}>
        {t('complaintSettings.faults')}
      </Text>
      <ul>
        {read.faults.map(({ problem, at, near }) => (
          <li key={`${problem} ${at} ${near}`}>
            <Text size="xs">
              {t(`ruleProblem.${problem}`, { defaultValue: problem })}
              {at && t('complaintSettings.at', { at })}
              {near && t('complaintSettings.near', { near })}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WholeFileProps {
  own: string | null;
  bundled: ComplaintRules;
  onStore: (own: string | null) => void;
}

/** From one team mate to the next. A file with a mistake changes nothing. */
function WholeFile({ own, bundled, onStore }: WholeFileProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<ReadRules | null>(null);
  const take = (text: string) => {
    const read = readOwnRules(text, bundled);
    setRefused(read.ok ? null : read);
    if (read.ok) onStore(text);
  };
  return (
    <>
      <Group gap={6}>
        <PickFile label={t('complaintSettings.import')} accept=".json,application/json" onText={take} />
        <Button
          size="xs"
          variant="default"
          disabled={own === null}
          onClick={() => downloadText('complaint-rules.json', own ?? '')}
        >
          {t('complaintSettings.export')}
        </Button>
        <Button size="xs" variant="default" disabled={own === null} onClick={() => onStore(null)}>
          {t('complaintSettings.resetAll')}
        </Button>
      </Group>
      {refused && <Verdict read={refused} part="playbooks" />}
    </>
  );
}
