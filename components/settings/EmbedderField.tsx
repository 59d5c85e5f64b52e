import { Button, FileButton, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelStatus } from '../../knowledge/embeddings/index.ts';
import { useEmbeddingModel, type ConnectEmbedding } from '../state/use-embedding-model.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** Not in React's types; a whole folder is picked with it, in every browser we run in. */
const WHOLE_FOLDER = { webkitdirectory: '' };

/** A team's own model for the search box; only in builds that can run one. */
export function EmbedderField({ connect }: { connect?: ConnectEmbedding }) {
  const { t } = useTranslation();
  const model = useEmbeddingModel(connect);
  const reset = useRef<() => void>(null);
  if (!model) return null;
  const { status, isPicked, pick, remove } = model;
  const label = t('settings.pickModel');
  return (
    <SettingsSection title={t('settings.model')} text={t('settings.modelText')}>
      <StatusLine status={status} />
      <Group gap={6}>
        <FileButton
          multiple
          resetRef={reset}
          inputProps={{ ...WHOLE_FOLDER, 'aria-label': label }}
          onChange={(files) => {
            // Or the same folder could not be picked again after it was mended.
            reset.current?.();
            if (files.length > 0) void pick(files);
          }}
        >
          {(props) => (
            <Button size="xs" variant="default" loading={status.state === 'opening'} {...props}>
              {label}
            </Button>
          )}
        </FileButton>
        {isPicked && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => void remove()}>
            {t('settings.removeModel')}
          </Button>
        )}
      </Group>
    </SettingsSection>
  );
}

function StatusLine({ status }: { status: ModelStatus }) {
  const { t } = useTranslation();
  if (status.state === 'none') return null;
  const isFailed = status.state === 'failed';
  return (
    <Text size="xs" role={isFailed ? 'alert' : 'status'}>
      {status.state === 'opening' && t('settings.modelOpening')}
      {status.state === 'ready' && t('settings.modelReady')}
      {status.state === 'ready' &&
        status.waiting > 0 &&
        ` ${t('settings.modelWaiting', { count: status.waiting })}`}
      {isFailed && t(`settings.modelTrouble.${status.reason}`)}
    </Text>
  );
}
