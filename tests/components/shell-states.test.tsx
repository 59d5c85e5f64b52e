/** What the panel says when it cannot help right now: always what is the case, and the next step. */
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  AskForSite,
  DeclinedSite,
  NoConversation,
  UnknownPage,
} from '../../components/shell/ConsoleStates.tsx';
import { BrokenConsole, DoubtBanner } from '../../components/shell/ConsoleHealth.tsx';
import { ErrorBoundary } from '../../components/shell/ErrorBoundary.tsx';
import { StorageTrouble } from '../../components/shell/StorageTrouble.tsx';
import { Welcome } from '../../components/shell/Welcome.tsx';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { HEALTH_PROBLEMS, judgeHealth, type HealthProblem } from '../../knowledge/conversation/index.ts';
import { STORAGE_FAILURES } from '../../knowledge/storage/index.ts';
import en from '../../locales/en.json';
import places from '../../locales/en.places.json';
import { agentName, language } from '../../utils/settings/settings.ts';
import { customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onAllow = vi.fn<() => void>();
const onOther = vi.fn<() => void>();

beforeEach(() => vi.clearAllMocks());

/** A report names the version of the extension, which tests have none of. */
Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });

const readBadly = (...problems: HealthProblem[]): TabReading => ({
  ...makeReading(makeConversation([customerSays('m1', '退款没到')])),
  readBy: { name: 'Practice', version: 2, trust: 'live', openHint: 'Reply' },
  health: judgeHealth(
    problems.filter((problem) => problem !== 'fallback'),
    problems.includes('fallback') ? ['list'] : [],
  ),
  origin: 'https://console.example',
  observedAt: 0,
});

const button = (name: string) => screen.getByRole('button', { name });

describe('a site we could serve', () => {
  it('is asked about by name, and either answer is one click', async () => {
    const { user } = await renderInApp(
      <AskForSite site="chat.example" onAllow={onAllow} onDecline={onOther} />,
    );
    expect(screen.getByRole('heading', { name: 'Use Deskmate on chat.example?' })).toBeVisible();
    await user.click(button('Allow'));
    expect(onAllow).toHaveBeenCalledOnce();
    await user.click(button('Not here'));
    expect(onOther).toHaveBeenCalledOnce();
  });

  it('can be allowed after all', async () => {
    const { user } = await renderInApp(<DeclinedSite site="chat.example" onAllow={onAllow} />);
    expect(screen.getByRole('heading', { name: 'Off on chat.example' })).toBeVisible();
    await user.click(button('Turn on here'));
    expect(onAllow).toHaveBeenCalledOnce();
  });
});

describe('a page we cannot see', () => {
  it('is explained, with a place to try things meanwhile', async () => {
    const { user } = await renderInApp(<UnknownPage onPractice={onOther} />);
    expect(screen.getByText(/click the Deskmate icon/)).toBeVisible();
    await user.click(button('Open practice console'));
    expect(onOther).toHaveBeenCalledOnce();
  });
});

describe('no conversation', () => {
  it('says what to do', async () => {
    await renderInApp(<NoConversation />);
    expect(screen.getByRole('heading', { name: 'Open a conversation' })).toBeVisible();
    expect(screen.getByText(/Pick a customer in the console/)).toBeVisible();
  });
});

describe('a console that cannot be read', () => {
  it.each(HEALTH_PROBLEMS)('says what is missing and lets one try again: %s', async (problem) => {
    const { user } = await renderInApp(
      <BrokenConsole reading={readBadly(problem)} onRetry={onAllow} onPractice={onOther} />,
    );
    expect(screen.getByRole('heading', { name: places.problem[problem].title })).toBeVisible();
    const text = places.problem[problem].text
      .replace('{{hint}}', 'Reply')
      .replace('{{parts}}', 'message list');
    expect(screen.getByText(text)).toBeVisible();
    await user.click(button('Try again'));
    expect(onAllow).toHaveBeenCalledOnce();
    await user.click(button('Open practice console'));
    expect(onOther).toHaveBeenCalledOnce();
  });
});

describe('a console that is read with doubt', () => {
  it('says what is doubtful, in which parts, and lets one teach it again', async () => {
    const reading = readBadly('no-customer', 'fallback');
    const { user } = await renderInApp(<DoubtBanner reading={reading} onTeach={onAllow} />);
    expect(screen.getByRole('status')).toHaveTextContent(/No word of the customer’s.*message list/);
    await user.click(button('Teach again'));
    expect(onAllow).toHaveBeenCalledOnce();
  });

  it('offers no teaching where nobody can teach', async () => {
    await renderInApp(<DoubtBanner reading={readBadly('fallback')} />);
    expect(screen.queryByRole('button', { name: 'Teach again' })).toBeNull();
  });

  it('hands out a report that holds nothing of the chat', async () => {
    const { user } = await renderInApp(<DoubtBanner reading={readBadly('fallback')} />);
    await user.click(button('Copy report'));
    const report = await navigator.clipboard.readText();
    expect(report).toContain('adapter: practice v2 (live)');
    expect(report).toContain('host: console.example');
    expect(report).not.toMatch(/退款|m1|chat-1|王/);
  });
});

describe('records that cannot be opened', () => {
  it.each(STORAGE_FAILURES)('are never called lost: %s', async (reason) => {
    await renderInApp(<StorageTrouble reason={reason} />);
    expect(screen.getByRole('heading', { name: en.storage[reason].title })).toBeVisible();
    expect(screen.getByText(en.storage[reason].text)).toBeVisible();
    expect(button('Try again')).toBeEnabled();
  });
});

describe('a mistake of ours', () => {
  it('leaves a way on instead of an empty panel, and keeps what was said out of the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const Broken = () => {
      throw new Error('Emma Clarke, 13800138000');
    };
    await renderInApp(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('heading', { name: 'Deskmate stumbled' })).toBeVisible();
    expect(button('Reload')).toBeEnabled();
    const ours = log.mock.calls.map(String).filter((line) => line.includes('[deskmate]'));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toContain('page/render');
    expect(ours[0]).not.toMatch(/Emma|138/);
    log.mockRestore();
  });

  it('does not touch what works', async () => {
    await renderInApp(
      <ErrorBoundary>
        <p>all well</p>
      </ErrorBoundary>,
    );
    expect(screen.getByText('all well')).toBeVisible();
  });
});

describe('the welcome', () => {
  it('makes its promises and leads to a customer to try it on', async () => {
    const { user } = await renderInApp(<Welcome onPractice={onAllow} onSkip={onOther} />);
    expect(screen.getByText('I insert. You send.')).toBeVisible();
    expect(screen.getByText(/no account, no network/)).toBeVisible();
    await user.click(button('Try it with a practice customer'));
    expect(onAllow).toHaveBeenCalledOnce();
    await user.click(button('Skip and start'));
    expect(onOther).toHaveBeenCalledOnce();
  });

  it('stores the name and the language given there', async () => {
    const { user } = await renderInApp(<Welcome onPractice={onAllow} onSkip={onOther} />);
    await user.type(screen.getByLabelText('Name customers know you by'), 'Mei');
    await user.click(screen.getByRole('radio', { name: '繁體' }));
    await vi.waitFor(async () => expect(await language.getValue()).toBe('zh-TW'));
    expect(await agentName.getValue()).toBe('Mei');
  });
});
