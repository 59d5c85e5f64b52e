/** The record of a severe complaint, and the rules a team writes for itself. */
import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { RecordDialog } from '../../components/complaint/RecordDialog.tsx';
import { ComplaintField } from '../../components/settings/ComplaintField.tsx';
import { noteInRecord, openCaseRecord, type RecordClause } from '../../knowledge/complaints/index.ts';
import { mutedComplaintRules, ownComplaintRules, playbookId } from '../../utils/settings/settings.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

configure({ asyncUtilTimeout: 5_000 });

const RECORD = noteInRecord(
  openCaseRecord({
    id: 'contact-1',
    contactId: 'contact-1',
    topic: '账单扣费',
    severity: 'major',
    quadrant: 'red',
    demand: '退回多扣的钱',
    openedAt: Date.UTC(2026, 10, 18, 9),
  }),
  'receipt',
  { at: Date.UTC(2026, 10, 18, 9), who: 'customer', text: '多扣了200，电话13812345678' },
);

async function renderRecord(record = RECORD) {
  const noted: [RecordClause, string][] = [];
  const removed: [RecordClause, number][] = [];
  const act = {
    note: (clause: RecordClause, text: string) => void noted.push([clause, text]),
    removeNote: (clause: RecordClause, at: number) => void removed.push([clause, at]),
  };
  const app = await renderInApp(<RecordDialog record={record} act={act} onClose={() => {}} />, {
    locale: 'zh-CN',
  });
  return { ...app, noted, removed };
}

describe('the record', () => {
  it('shows every clause, what is noted, and what is missing', async () => {
    await renderRecord();
    expect(screen.getByRole('heading', { name: '7.2 投诉受理' })).toBeVisible();
    expect(screen.getByText(/多扣了200/)).toBeVisible();
    expect(screen.getAllByText('还没有记录')).toHaveLength(8);
  });

  it('takes a note, first under the first empty clause', async () => {
    const { user, noted } = await renderRecord();
    await user.type(screen.getByRole('textbox', { name: '写一句' }), '已告知客户受理');
    await user.click(screen.getByRole('button', { name: '记下' }));
    expect(noted).toEqual([['communication', '已告知客户受理']]);
  });

  it('lets go of the agent’s own notes only', async () => {
    const own = noteInRecord(RECORD, 'investigation', { at: 1, who: 'agent', text: '查了账单' });
    const { user, removed } = await renderRecord(own);
    await user.click(screen.getByRole('button', { name: '删除这条' }));
    expect(removed).toEqual([['investigation', 0]]);
  });

  it('goes out as Markdown, masked', async () => {
    const files = catchDownloads();
    const { user } = await renderRecord();
    await user.click(screen.getByRole('button', { name: '导出 Markdown' }));
    const [file] = await files.read();
    expect(file?.name).toBe('case-contact-1.md');
    expect(file?.text).toContain('## 7.2 投诉受理');
    expect(file?.text).not.toContain('13812345678');
  });

  it('opens as a page to print', async () => {
    const files = catchDownloads();
    const { user } = await renderRecord();
    await user.click(screen.getByRole('button', { name: '打开打印页' }));
    const [page] = await files.read();
    expect(page?.text).toMatch(/^<!doctype html>/);
    expect(page?.text).not.toContain('13812345678');
  });
});

describe('the rules', () => {
  beforeEach(async () => {
    await ownComplaintRules.setValue(null);
    await mutedComplaintRules.setValue([]);
  });

  async function openEditor() {
    const app = await renderInApp(<ComplaintField />, { locale: 'zh-CN' });
    await app.user.click(await screen.findByRole('button', { name: '团队自己的规则（JSON）' }));
    const text = await screen.findByRole('textbox', { name: '内容' });
    return { ...app, text };
  }

  async function write(app: Awaited<ReturnType<typeof openEditor>>, json: string) {
    await app.user.clear(app.text);
    await app.user.click(app.text);
    await app.user.paste(json);
  }

  it('begin with ours, shown as stages', async () => {
    await openEditor();
    expect(await screen.findByText(/九步法（默认）: 识别 → 安抚 → 倾听/)).toBeVisible();
  });

  it('name a mistake in words, and are not kept with one', async () => {
    const app = await openEditor();
    await write(app, '[{');
    expect(await screen.findByText(/不是完整的 JSON/)).toBeVisible();
    await write(app, '[]]');
    expect(screen.getByRole('button', { name: '保存' })).toBeDisabled();
    const stage = {
      id: 'only',
      must: [],
      never: [],
      scriptTags: [],
      articleIds: [],
      doneWhen: [['nothing']],
    };
    const name = { 'zh-CN': '一步', 'zh-TW': '一步', en: 'One' };
    const mine = [{ id: 'mine', version: 1, name, phrases: {}, stages: [{ ...stage, name, goal: name }] }];
    await write(app, JSON.stringify(mine));
    expect(await screen.findByText(/没有这个事件，在 only：nothing/)).toBeVisible();
    expect(await ownComplaintRules.getValue()).toBeNull();
  });

  it('are kept when they are right, can be chosen, and go back to ours', async () => {
    const app = await openEditor();
    const name = { 'zh-CN': '我们的两步', 'zh-TW': '我們的兩步', en: 'Our two steps' };
    const stage = { must: [], never: [], scriptTags: [], articleIds: [], name, goal: name };
    const stages = [
      { ...stage, id: 'one', doneWhen: [['answered']] },
      { ...stage, id: 'two', doneWhen: [] },
    ];
    await write(app, JSON.stringify([{ id: 'mine', version: 1, name, phrases: {}, stages }]));
    await app.user.click(await screen.findByRole('button', { name: '保存' }));
    await waitFor(async () => expect(await ownComplaintRules.getValue()).toContain('"mine"'));
    await app.user.click(screen.getByRole('combobox', { name: '处理步骤' }));
    await app.user.click(await screen.findByRole('option', { name: '我们的两步' }));
    expect(await playbookId.getValue()).toBe('mine');
    await app.user.click(screen.getByRole('button', { name: '全部恢复内置' }));
    await waitFor(async () => expect(await ownComplaintRules.getValue()).toBeNull());
  });

  it('that were muted for good can be heard again', async () => {
    await mutedComplaintRules.setValue(['zh.threat.regulator']);
    const { user } = await renderInApp(<ComplaintField />, { locale: 'zh-CN' });
    await user.click(await screen.findByRole('button', { name: '恢复提醒：zh.threat.regulator' }));
    await waitFor(async () => expect(await mutedComplaintRules.getValue()).toEqual([]));
  });

  it.each(LOCALES)('have every text in %s, and nothing axe objects to', async (locale) => {
    const { container, user } = await renderInApp(<ComplaintField />, { locale });
    await user.click(within(container).getAllByRole('button', { expanded: false }).at(-1) as HTMLElement);
    await screen.findByRole('status');
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });
});
