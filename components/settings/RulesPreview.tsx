import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  DECISIONS,
  ROLES,
  ROLE_NAMES,
  SEVERITY_NAMES,
  type ComplaintRules,
  type Playbook,
} from '../../knowledge/complaints/index.ts';
import type { RulePart } from '../../knowledge/contracts/index.ts';
import { useLocale } from '../i18n/use-locale.ts';

export interface RulesPreviewProps {
  rules: ComplaintRules;
  part: RulePart;
}

/** What the rules say, in a few lines a team lead can read aloud. */
export function RulesPreview({ rules, part }: RulesPreviewProps) {
  const { t } = useTranslation();
  const lines = useLines(rules, part);
  return (
    <div role="status">
      <Text size="xs" fw={600}>
        {t('complaintSettings.preview')}
      </Text>
      <ul className="record-list">
        {lines.map((line) => (
          <li key={line}>
            <Text size="xs">{line}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useLines(rules: ComplaintRules, part: RulePart): string[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const separator = t('common.listSeparator');
  const { names, limits, currency } = rules.authority;
  const describeLimits = (decision: (typeof DECISIONS)[number]) =>
    ROLES.map((role) => {
      const limit = limits.find((one) => one.decision === decision && one.role === role)?.perCase;
      return `${ROLE_NAMES[role][locale]} ${limit ?? t('complaintSettings.noLimit')}`;
    }).join(separator);
  switch (part) {
    case 'playbooks':
      return rules.playbooks.map((playbook) => `${playbook.name[locale]}: ${listStages(playbook, locale)}`);
    case 'matrix':
      return rules.matrix.severityRules.map(
        ({ name, level }) => `${SEVERITY_NAMES[level][locale]}: ${name[locale]}`,
      );
    case 'authority':
      return DECISIONS.map(
        (decision) => `${names[decision][locale]} (${currency}): ${describeLimits(decision)}`,
      );
    case 'escalation':
      return rules.escalation.map(({ name, who }) => `${name[locale]} → ${who[locale]}`);
    case 'clocks':
      return rules.clocks.map(
        ({ name, limit, unit }) =>
          `${name[locale]}: ${limit === null ? '–' : t(`complaintSettings.unit.${unit}`, { limit })}`,
      );
  }
}

function listStages({ stages }: Playbook, locale: keyof Playbook['name']): string {
  return stages
    .filter(({ isAfterContact }) => !isAfterContact)
    .map(({ name }) => name[locale])
    .join(' → ');
}
