import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConsolesField } from '../../components/settings/ConsolesField.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { BUNDLED_ADAPTERS, formatAdapter, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { adaptersChangedAt, switchedOffAdapters } from '../../utils/settings/settings.ts';
import { findBundled } from '../support/bundled-adapters.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { renderInApp } from '../support/render-in-app.tsx';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';

const OWN: ConsoleAdapter = {
  ...findBundled('converse'),
  id: 'our-desk',
  name: 'Our desk',
  match: { urls: ['https://desk.example/*', 'https://desk.example/old/*'] },
};

let records: Awaited<ReturnType<typeof openFakeRecords>>['records'];
beforeEach(async () => {
  ({ records } = await openFakeRecords());
});

async function renderField(locale?: (typeof LOCALES)[number]) {
  const ui = (
    <main>
      <ConsolesField />
      <NoticeLine />
    </main>
  );
  const app = await renderInApp(ui, { records, ...(locale ? { locale } : {}) });
  await screen.findByRole('list');
  return app;
}

const listOwn = async () => (await records.adapters.list()).map(({ adapter }) => adapter);
const button = (name: string) => screen.getByRole('button', { name });
const jsonFile = (text: string) => new File([text], 'desk.json', { type: 'application/json' });
const pick = (app: Awaited<ReturnType<typeof renderField>>, text: string) =>
  app.user.upload(app.container.querySelector('input[type="file"]') as HTMLInputElement, jsonFile(text));

describe('the consoles Deskmate reads', () => {
  it('are listed with how well we know them', async () => {
    await renderField();
    const rows = screen.getAllByRole('listitem');
    expect(rows).toHaveLength(BUNDLED_ADAPTERS.length);
    const converse = rows.find((row) => row.textContent.startsWith('Converse.js')) as HTMLElement;
    expect(converse).toHaveTextContent('verified live');
    expect(within(converse).queryByRole('button')).toBeNull();
  });

  it('can be switched off and on again', async () => {
    const { user } = await renderField();
    const isRead = screen.getByRole('switch', { name: 'Read Converse.js' });
    expect(isRead).toBeChecked();
    await user.click(isRead);
    await waitFor(async () => expect(await switchedOffAdapters.getValue()).toEqual(['converse']));
    await user.click(isRead);
    await waitFor(async () => expect(await switchedOffAdapters.getValue()).toEqual([]));
  });

  it('cannot be switched on where the team switched them off', async () => {
    await fakeBrowser.storage.managed.set({ switchedOffConsoles: ['converse'] });
    await renderField();
    const isRead = screen.getByRole('switch', { name: 'Read Converse.js' });
    expect(isRead).not.toBeChecked();
    expect(isRead).toBeDisabled();
    expect(isRead.closest('li')).toHaveTextContent('Switched off by your team');
  });

  it.each(LOCALES)('are explained without a gap: %s', async (locale) => {
    await records.adapters.save(OWN);
    const { container } = await renderField(locale);
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });
});

describe('a console of one’s own', () => {
  it('is exported as a file that can be imported', async () => {
    const downloads = catchDownloads();
    await records.adapters.save(OWN);
    const { user } = await renderField();
    await user.click(button('Export Our desk'));
    expect(await downloads.read()).toEqual([{ name: 'our-desk.console.json', text: formatAdapter(OWN) }]);
  });

  it('is removed at once and can be brought back; open consoles are told both times', async () => {
    await records.adapters.save(OWN);
    const { user } = await renderField();
    await user.click(button('Remove Our desk'));
    await waitFor(() => expect(screen.queryByText('Our desk')).toBeNull());
    const toldAt = await adaptersChangedAt.getValue();
    expect(toldAt).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Our desk')).toBeVisible();
    await waitFor(async () => expect(await adaptersChangedAt.getValue()).toBeGreaterThanOrEqual(toldAt));
  });

  it('stands in the place of ours with the same id', async () => {
    await records.adapters.save({ ...OWN, id: 'converse' });
    await renderField();
    expect(screen.getAllByRole('listitem')).toHaveLength(BUNDLED_ADAPTERS.length);
    expect(screen.queryByText('Converse.js')).toBeNull();
  });
});

describe('a console of somebody else', () => {
  it('is kept only after its hosts were shown and agreed to', async () => {
    const app = await renderField();
    await pick(app, formatAdapter(OWN));
    expect(await screen.findByText(/For: desk\.example\. The browser/)).toBeVisible();
    expect(await listOwn()).toEqual([]);
    await app.user.click(button('Add'));
    await waitFor(async () => expect(await listOwn()).toEqual([OWN]));
    expect(screen.queryByText(/For: desk\.example/)).toBeNull();
    expect(await adaptersChangedAt.getValue()).toBeGreaterThan(0);
  });

  it('can be turned down', async () => {
    const app = await renderField();
    await pick(app, formatAdapter(OWN));
    await app.user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/For: desk\.example/)).toBeNull();
    expect(await listOwn()).toEqual([]);
  });

  it('that would take another one’s place says so, and where it has no address, that too', async () => {
    const app = await renderField();
    await pick(app, formatAdapter(findBundled('converse')));
    expect(await screen.findByText(/wherever it is recognised.*It replaces/)).toBeVisible();
  });

  it.each([
    ['is no JSON', 'hello', /no JSON file/],
    ['is no adapter', '{"format":1}', /not in the right form: format/],
    [
      'brings a script',
      formatAdapter({ ...OWN, script: 'alert(1)' } as ConsoleAdapter),
      /not in the right form/,
    ],
  ])('is refused with a reason when it %s', async (_, text, reason) => {
    const app = await renderField();
    await pick(app, text);
    expect(await screen.findByRole('alert')).toHaveTextContent(reason);
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
  });
});
