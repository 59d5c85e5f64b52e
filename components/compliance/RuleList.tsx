import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WORD_KINDS, type DraftRule } from '../../knowledge/compliance/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { DraftRules } from '../state/use-draft-rules.ts';

const SHOWN_WORDS = 3;

/** Every rule with its switch, by kind. What is off is quiet for everyone at this browser. */
export function RuleList({ rules: { rules, muted, mute } }: { rules: DraftRules }) {
  const { t } = useTranslation();
  const known = new Set(rules.map(({ id }) => id));
  // The checks that are no rules about words, muted on the line under a draft.
  const others = muted.filter((id) => !known.has(id));
  return (
    <Stack gap="xs">
      {WORD_KINDS.map((kind) => (
        <Stack key={kind} gap={4} role="group" aria-label={t(`draftKind.${kind}`)}>
          <Text size="sm" fw={600}>
            {t(`draftKind.${kind}`)}
          </Text>
          {rules
            .filter((rule) => rule.kind === kind)
            .map((rule) => (
              <RuleSwitch key={rule.id} rule={rule} isOn={!muted.includes(rule.id)} onSwitch={mute} />
            ))}
        </Stack>
      ))}
      {others.map((id) => (
        <Switch key={id} size="xs" label={id} checked={false} onChange={() => mute(id, false)} />
      ))}
    </Stack>
  );
}

interface RuleSwitchProps {
  rule: DraftRule;
  isOn: boolean;
  onSwitch: DraftRules['mute'];
}

function RuleSwitch({ rule, isOn, onSwitch }: RuleSwitchProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = (rule.words ?? rule.patterns ?? []).slice(0, SHOWN_WORDS).join(t('common.listSeparator'));
  return (
    <Switch
      size="xs"
      label={t('rules.rule', { words, severity: t(`draftSeverity.${rule.severity}`) })}
      description={rule.reason[locale]}
      checked={isOn}
      onChange={() => onSwitch(rule.id, isOn)}
    />
  );
}
