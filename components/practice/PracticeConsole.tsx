import { Badge, Button, Group, Paper, Stack, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarRightExpand, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_SCRIPTS, type PracticeScript } from '../../knowledge/training/index.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { usePracticeChat, type PracticeMessage } from './use-practice-chat.ts';
import '../shell/mantine-places.css';
import './practice.css';

/** A simulated support console with scripted customers. Its DOM is read like any other console's. */
export function PracticeConsole({
  initialScriptId,
  onOpenPanel,
}: {
  initialScriptId: string | null;
  onOpenPanel: () => void;
}) {
  const { t } = useTranslation();
  const [scriptId, setScriptId] = useState(initialScriptId ?? PRACTICE_SCRIPTS[0]?.id);
  const [attempt, setAttempt] = useState(1);
  const script = PRACTICE_SCRIPTS.find(({ id }) => id === scriptId) ?? PRACTICE_SCRIPTS[0];
  const choose = (id: string) => {
    setScriptId(id);
    setAttempt((before) => before + 1);
  };
  if (!script) return null;
  return (
    <div className="practice" data-deskmate-practice>
      <aside className="practice-list">
        <Title order={1} size="h4">
          {t('practice.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('practice.intro')}
        </Text>
        <Button
          size="sm"
          leftSection={<IconLayoutSidebarRightExpand size={16} />}
          onClick={onOpenPanel}
          id="open-panel"
        >
          {t('practice.openPanel')}
        </Button>
        <Stack gap={6} component="nav" aria-label={t('practice.customers')}>
          {PRACTICE_SCRIPTS.map((candidate) => (
            <CustomerButton
              key={candidate.id}
              script={candidate}
              isOpen={candidate.id === script.id}
              onOpen={() => choose(candidate.id)}
            />
          ))}
        </Stack>
      </aside>
      <Chat key={`${script.id}-${attempt}`} script={script} />
    </div>
  );
}

function CustomerButton({
  script,
  isOpen,
  onOpen,
}: {
  script: PracticeScript;
  isOpen: boolean;
  onOpen: () => void;
}) {
  return (
    <UnstyledButton onClick={onOpen} aria-current={isOpen || undefined} data-script={script.id}>
      <Paper withBorder p={8} className={isOpen ? 'practice-open' : ''}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600}>
            {script.customerName}
          </Text>
          <Badge size="sm" variant="light" color="gray" tt="none">
            {script.channel}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {script.topic}
        </Text>
      </Paper>
    </UnstyledButton>
  );
}

function Chat({ script }: { script: PracticeScript }) {
  const { chatId, messages, send } = usePracticeChat(script);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A statement, not the effect's result: newer browsers return a promise here, which is no clean-up function.
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages.length]);
  return (
    <section
      className="practice-chat"
      data-practice-conversation={chatId}
      data-practice-customer={script.customerName}
    >
      <Title order={2} size="h5" p="sm">
        {script.customerName}
      </Title>
      <div className="practice-log" role="log" aria-label={script.customerName}>
        {messages.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
        <div ref={end} />
      </div>
      <Composer onSend={send} />
    </section>
  );
}

function Bubble({ message }: { message: PracticeMessage }) {
  const { i18n } = useTranslation();
  return (
    <div className="practice-row" data-message-id={message.id} data-role={message.role}>
      <Paper className="practice-bubble" withBorder p={8}>
        <Text size="sm" data-message-text>
          {message.text}
        </Text>
      </Paper>
      <Text size="xs" c="dimmed" component="time" dateTime={new Date(message.sentAt).toISOString()}>
        {new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(message.sentAt)}
      </Text>
    </div>
  );
}

/** Like a real console: Enter sends, Shift+Enter breaks the line, a composing Enter does neither. */
function Composer({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState('');
  const sendDraft = () => {
    if (draft.trim() === '') return;
    onSend(draft);
    setDraft('');
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    sendDraft();
  };
  return (
    <Group p="sm" gap="xs" align="flex-end" wrap="nowrap">
      <Textarea
        data-practice-composer
        aria-label={t('practice.composer')}
        placeholder={t('practice.composerPlaceholder')}
        style={{ flex: 1 }}
        autosize
        minRows={2}
        maxRows={8}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      <Button onClick={sendDraft} leftSection={<IconSend size={16} />}>
        {t('practice.send')}
      </Button>
    </Group>
  );
}
