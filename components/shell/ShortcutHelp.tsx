import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Every key of the panel; tests/architecture compares it with what the panel listens to. */
export const SHORTCUTS = [
  { keys: ['Alt', 'Shift', 'D'], does: 'help.panel' },
  { keys: ['Ctrl', 'K'], does: 'help.search' },
  { keys: ['↑', '↓'], does: 'help.move' },
  { keys: ['Enter'], does: 'help.insert' },
  { keys: ['Space'], does: 'help.open' },
  { keys: ['C'], does: 'help.copy' },
  { keys: ['Delete'], does: 'help.dismiss' },
  { keys: ['Alt', 'R'], does: 'help.rewrite' },
  { keys: ['Alt', 'W'], does: 'help.end' },
  { keys: ['Alt', '['], does: 'help.stageBack' },
  { keys: ['Alt', ']'], does: 'help.stageOn' },
  { keys: ['Alt', 'J'], does: 'help.promise' },
  { keys: ['1', '–', '5'], does: 'help.rate' },
  { keys: ['Ctrl', 'Enter'], does: 'help.save' },
  { keys: ['Esc'], does: 'help.back' },
  { keys: ['?'], does: 'help.title' },
] as const;

export interface ShortcutHelpProps {
  insertionKeys: readonly string[];
  onClose: () => void;
}

export function ShortcutHelp({ insertionKeys, onClose }: ShortcutHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap={6}>
        {insertionKeys.map((key, at) => (
          <HelpRow key={key} keys={[key]} text={t('help.insertNumber', { position: at + 1 })} />
        ))}
        {SHORTCUTS.map(({ keys, does }) => (
          <HelpRow key={does} keys={keys} text={t(does)} />
        ))}
      </Stack>
    </Modal>
  );
}

function HelpRow({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Group gap={2} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key} size="xs">
            {key}
          </Kbd>
        ))}
      </Group>
    </Group>
  );
}
