import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  BUNDLED_ADAPTERS,
  formatAdapter,
  listHosts,
  type ConsoleAdapter,
} from '../../knowledge/adapters/index.ts';
import type { AdapterRow } from '../../knowledge/knowledge-base.ts';
import { switchedOffAdapters } from '../../utils/settings/settings.ts';
import { downloadText } from '../knowledge/download-text.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useOwnAdapters } from '../state/use-own-adapters.ts';
import { useSetting } from '../state/use-setting.ts';
import { useTeamPolicy } from '../state/use-team-policy.ts';
import { ImportConsole } from './ImportConsole.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Which consoles Deskmate can read: ours, and those the person taught or imported. */
export function ConsolesField() {
  const { t } = useTranslation();
  const { stored, save, remove } = useOwnAdapters();
  const [switchedOff, storeSwitchedOff] = useSetting(switchedOffAdapters);
  const policy = useTeamPolicy();
  if (stored.state === 'reading' || !switchedOff || !policy) return null;
  // Without the records ours still work.
  const own = stored.state === 'read' ? stored.value : [];
  const isReplaced = ({ id }: ConsoleAdapter) => own.some((row) => row.id === id);
  const choose = (id: string, isOn: boolean) =>
    storeSwitchedOff([...switchedOff.filter((known) => known !== id), ...(isOn ? [] : [id])]);
  const rows: { adapter: ConsoleAdapter; row?: AdapterRow }[] = [
    ...own.map((row) => ({ adapter: row.adapter, row })),
    ...BUNDLED_ADAPTERS.filter((adapter) => !isReplaced(adapter)).map((adapter) => ({ adapter })),
  ];
  return (
    <SettingsSection title={t('consoles.title')} text={t('consoles.text')}>
      <Stack gap={6} component="ul" className="record-list" aria-label={t('consoles.title')}>
        {rows.map(({ adapter, row }) => (
          <ConsoleRow
            key={adapter.id}
            adapter={adapter}
            isOwn={row !== undefined}
            isOn={!switchedOff.includes(adapter.id)}
            isOffForTeam={policy.switchedOffConsoles.includes(adapter.id)}
            onChoose={(isOn) => choose(adapter.id, isOn)}
            onRemove={() => row && void remove(row)}
          />
        ))}
      </Stack>
      <Group>
        <Button size="compact-xs" variant="default" onClick={() => usePanelStore.getState().go('teach')}>
          {t('teach.title')}
        </Button>
      </Group>
      <ImportConsole isKnown={({ id }) => rows.some(({ adapter }) => adapter.id === id)} onSave={save} />
    </SettingsSection>
  );
}

interface ConsoleRowProps {
  adapter: ConsoleAdapter;
  isOwn: boolean;
  isOn: boolean;
  /** The team decided; nobody can switch it on here. */
  isOffForTeam: boolean;
  onChoose: (isOn: boolean) => void;
  onRemove: () => void;
}

function ConsoleRow({ adapter, isOwn, isOn, isOffForTeam, onChoose, onRemove }: ConsoleRowProps) {
  const { t } = useTranslation();
  const { id, verified } = adapter;
  const name = id === 'practice' ? t('practice.title') : adapter.name;
  return (
    <li>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {isOffForTeam
              ? t('consoles.offForTeam')
              : [t(`trust.${isOwn ? 'own' : verified}`), ...listHosts(adapter)].join(t('common.separator'))}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          {isOwn && <RowButtons name={name} onRemove={onRemove} onExport={() => exportAdapter(adapter)} />}
          <Switch
            size="xs"
            aria-label={t('consoles.use', { name })}
            checked={isOn && !isOffForTeam}
            disabled={isOffForTeam}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </Group>
      </Group>
    </li>
  );
}

interface RowButtonsProps {
  name: string;
  onExport: () => void;
  onRemove: () => void;
}

function RowButtons({ name, onExport, onRemove }: RowButtonsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('consoles.export', { name })}
        onClick={onExport}
      >
        {t('synonyms.export')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={t('consoles.remove', { name })}
        onClick={onRemove}
      >
        {t('settings.removeModel')}
      </Button>
    </>
  );
}

function exportAdapter(adapter: ConsoleAdapter): void {
  downloadText(`${adapter.id}.console.json`, formatAdapter(adapter));
}
