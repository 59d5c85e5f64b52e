import { Button, Group, Text } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readShortcut, REWRITE_KEY } from '../../utils/keyboard/shortcut.ts';
import { insertionKeys } from '../../utils/settings/settings.ts';
import { useSetting } from '../state/use-setting.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** What the panel itself needs: search, better words, end a contact, save a wrap-up. */
const RESERVED = new Set(['Ctrl+K', 'Meta+K', REWRITE_KEY, 'Alt+W', 'Alt+J', 'Ctrl+Enter', 'Meta+Enter']);

/** Ctrl with a single letter is copy, paste, undo and their like: taking one would cost the agent more than it gives. */
function isReserved(shortcut: string): boolean {
  return RESERVED.has(shortcut) || /^(?:Ctrl|Meta)\+[A-Z]$/.test(shortcut);
}

/** The three insertion keys: click one, press another. Works in the panel and in the console. */
export function InsertionKeysField() {
  const { t } = useTranslation();
  const [keys, store] = useSetting(insertionKeys);
  const [recording, setRecording] = useState<number | null>(null);
  const [isTaken, setIsTaken] = useState(false);
  if (!keys) return null;

  const stopRecording = () => {
    setRecording(null);
    setIsTaken(false);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (recording === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stopRecording();
    const shortcut = readShortcut(event.nativeEvent);
    // Without a modifier, the key would be lost for typing.
    if (!shortcut || !/^(?:Ctrl|Alt|Meta)\+/.test(shortcut)) return;
    const isUsed = isReserved(shortcut) || keys.some((key, at) => key === shortcut && at !== recording);
    setIsTaken(isUsed);
    if (isUsed) return;
    store(keys.map((key, at) => (at === recording ? shortcut : key)));
    setRecording(null);
  };

  return (
    <SettingsSection title={t('settings.keys')} onKeyDown={handleKey}>
      <Group gap={6}>
        {keys.map((key, at) => (
          <Button
            // oxlint-disable-next-line react/no-array-index-key -- the first key stays the first, whatever it is
            key={at}
            size="compact-sm"
            variant={recording === at ? 'filled' : 'default'}
            aria-label={t('settings.keyFor', { position: at + 1, key })}
            onClick={() => setRecording(at)}
            onBlur={stopRecording}
          >
            {recording === at ? t('settings.pressKey') : key}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => store(insertionKeys.fallback)}>
          {t('settings.resetKeys')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role={isTaken ? 'alert' : undefined}>
        {isTaken ? t('settings.keyTaken') : t('settings.keysText')}
      </Text>
    </SettingsSection>
  );
}
