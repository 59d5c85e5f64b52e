/** Where a manager tries sentences, switches rules off, and brings the team's own. */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ScriptWarning } from '../../components/draft/ScriptWarning.tsx';
import { BUNDLED_DRAFT_RULES } from '../../knowledge/compliance/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { draftPolicy, mutedDraftRules, ownDraftRules } from '../../utils/settings/settings.ts';
import { catchDownloads, type CaughtFile } from '../support/catch-downloads.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { goToSection, KnowledgePlace } from '../support/knowledge-place.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const nothing = () => {};
const OWN = {
  id: 'team.hopeless',
  kind: 'banned',
  language: 'en',
  severity: 'high',
  words: ['hopeless'],
  reason: { 'zh-CN': '别这么说', 'zh-TW': '別這麼說', en: 'Nothing is' },
  rewrites: [{ scope: 'words', text: { en: 'difficult' } }],
};

let records: KnowledgeBase;

beforeEach(async () => {
  fakeBrowser.reset();
  ({ records } = await openFakeRecords());
});

async function renderRules() {
  const app = await renderInApp(<KnowledgePlace onBack={nothing} onAssist={nothing} />, { records });
  await goToSection(app.user, 'Drafts');
  const field = await screen.findByRole('textbox', { name: 'Try sentences, one a line' });
  const tryOut = async (sentences: string) => {
    await app.user.click(field);
    await app.user.paste(sentences);
    const list = await screen.findByRole('list', { name: 'What came of it' });
    return within(list).findAllByRole('listitem');
  };
  const bring = async (written: unknown) => {
    const file = new File([JSON.stringify(written)], 'rules.json', { type: 'application/json' });
    await app.user.upload(screen.getByLabelText('Import rules', { selector: 'input' }), file);
  };
  return { ...app, tryOut, bring };
}

describe('sentences that are tried', () => {
  it('show which rule fires on which words and what to say instead', async () => {
    const { tryOut } = await renderRules();
    const [risky, fine, denied] = await tryOut('这个肯定能退\n您好\n我们不能保证今天到');
    expect(risky?.querySelector('mark')).toHaveTextContent('肯定');
    expect(risky).toHaveTextContent(/promises too much.*Instead: .*Rule: zh\.over-promise\.certainly/);
    expect(fine).toHaveTextContent('Nothing to say');
    expect(denied?.querySelector('mark')).toBeNull();
    expect(denied).toHaveTextContent(/passes, it is denied/);
  });

  it('pass where a rule is switched off, and say so', async () => {
    const { tryOut, user } = await renderRules();
    await user.click(screen.getByRole('switch', { name: /肯定.*绝对.*铁定.*grave/ }));
    expect(await mutedDraftRules.getValue()).toEqual(['zh.over-promise.certainly']);
    const [risky] = await tryOut('这个肯定能退');
    expect(risky).toHaveTextContent('passes, this rule is off');
    await user.click(screen.getByRole('switch', { name: /肯定.*绝对.*铁定.*grave/ }));
    expect(await mutedDraftRules.getValue()).toEqual([]);
  });
});

describe('a team’s own rules', () => {
  it('come from a file, count at once, and go out again as they came', async () => {
    const downloads = catchDownloads();
    const { bring, tryOut, user } = await renderRules();
    await bring([OWN]);
    expect(await screen.findByText('1 rule. Importing replaces it.')).toBeVisible();
    const [tried] = await tryOut('This is hopeless.');
    expect(tried).toHaveTextContent('Instead: difficult');
    await user.click(screen.getByRole('button', { name: 'Export rules' }));
    const { name, text } = (await downloads.read())[0] as CaughtFile;
    expect(name).toBe('draft-rules.json');
    expect(JSON.parse(text)).toEqual([OWN]);
    await user.click(screen.getByRole('button', { name: 'Remove all' }));
    expect(await ownDraftRules.getValue()).toEqual([]);
  });

  it('with a mistake change nothing, and the mistake is said in words', async () => {
    const { bring } = await renderRules();
    await bring([{ ...OWN, id: BUNDLED_DRAFT_RULES[0]?.id, patterns: ['(a+)+$'] }]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('another rule has this id');
    expect(alert).toHaveTextContent('the pattern could hang; make it more exact ((a+)+$)');
    await bring('text');
    expect(await screen.findByText(/Not as it should be/)).toBeVisible();
    expect(await ownDraftRules.getValue()).toEqual([]);
  });

  it('begin with an example that can be imported', async () => {
    const downloads = catchDownloads();
    const { bring, user } = await renderRules();
    await user.click(screen.getByRole('button', { name: 'Download an example' }));
    const { text } = (await downloads.read())[0] as CaughtFile;
    await bring(JSON.parse(text));
    expect(await screen.findByText('1 rule. Importing replaces it.')).toBeVisible();
  });
});

it('keeps grave words out only where the team says so', async () => {
  const { user } = await renderRules();
  expect(screen.getByRole('radio', { name: 'Say so' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Keep grave ones out' }));
  expect(await draftPolicy.getValue()).toBe('block');
});

describe('a script', () => {
  const context = { today: '2026-11-18', locale: 'zh-CN' } as const;
  const renderScript = (template: string) =>
    renderInApp(<ScriptWarning template={template} values={{}} context={context} />);

  it('says what it must not say, before it goes in', async () => {
    await renderScript('您好，这个肯定能退。');
    expect(await screen.findByText(/“肯定”: Says more than we can be sure of/)).toBeVisible();
  });

  it('says nothing of what is fine, or only a hint', async () => {
    const { container } = await renderScript('您好，[手机号*1234]，工单已经建好了。');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(container.querySelector('[data-script-warning]')).toBeNull();
  });
});
