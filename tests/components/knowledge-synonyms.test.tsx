import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { findRows, goToSection, KnowledgePlace } from '../support/knowledge-place.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const nothing = () => {};

let records: KnowledgeBase;

beforeEach(async () => {
  ({ records } = await openFakeRecords());
});

describe('synonyms', () => {
  async function renderSynonyms() {
    const app = await renderInApp(<KnowledgePlace onBack={nothing} onAssist={nothing} />, { records });
    await goToSection(app.user, 'Synonyms');
    return app;
  }
  const line = () => screen.getByRole('textbox', { name: 'New group' });

  it('are added by typing a line', async () => {
    const { user } = await renderSynonyms();
    expect(await screen.findByText(/Your team has none yet/)).toBeVisible();
    await user.type(line(), '套餐 = 资费{Enter}');
    expect((await findRows('The team’s synonyms'))[0]).toHaveTextContent('套餐 = 资费');
    expect(screen.getByText(/1 group added/)).toBeVisible();
    expect(line()).toHaveValue('');
  });

  it('say what is wrong with a line and keep it', async () => {
    const { user } = await renderSynonyms();
    await user.type(line(), '套餐{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Line 1 was left out: it needs two words');
    expect(line()).toHaveValue('套餐');
    expect(await records.synonyms.list()).toEqual([]);
  });

  it('come from a file, in the code page of Chinese Windows too', async () => {
    const { user } = await renderSynonyms();
    // 套餐,资费 in GB 18030.
    const bytes = [0xcc, 0xd7, 0xb2, 0xcd, 0x2c, 0xd7, 0xca, 0xb7, 0xd1];
    const file = new File([new Uint8Array(bytes)], 'words.txt', { type: 'text/plain' });
    await user.upload(await screen.findByLabelText('Import a text file', { selector: 'input' }), file);
    expect((await findRows('The team’s synonyms'))[0]).toHaveTextContent('套餐 = 资费');
  });

  it('say no more than five of the lines a file got wrong', async () => {
    const { user } = await renderSynonyms();
    const file = new File([Array(8).fill('single').join('\n')], 'words.txt', { type: 'text/plain' });
    await user.upload(await screen.findByLabelText('Import a text file', { selector: 'input' }), file);
    const alert = await screen.findByRole('alert');
    expect(alert.querySelectorAll('div')).toHaveLength(6);
    expect(alert).toHaveTextContent('3 more lines left out');
  });

  it('are exported as the file they can come from, and taken away with Undo', async () => {
    const downloads = catchDownloads();
    await records.synonyms.add([{ terms: ['套餐', '资费'] }]);
    const { user } = await renderSynonyms();
    await findRows('The team’s synonyms');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect((await downloads.read())[0]).toEqual({ name: 'Synonyms.txt', text: '套餐 = 资费\n' });
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/Your team has none yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await findRows('The team’s synonyms')).toHaveLength(1);
  });

  it('come from the same file again once it was mended', async () => {
    const { user } = await renderSynonyms();
    const input = await screen.findByLabelText('Import a text file', { selector: 'input' });
    await user.upload(input, new File(['套餐'], 'words.txt', { type: 'text/plain' }));
    expect(await screen.findByText(/Line 1 was left out/)).toBeVisible();
    expect(input).toHaveValue('');
    await user.upload(input, new File(['套餐 = 资费'], 'words.txt', { type: 'text/plain' }));
    expect(await findRows('The team’s synonyms')).toHaveLength(1);
  });

  it('do not come from a file that cannot be read, which is said', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { user } = await renderSynonyms();
    const file = new File(['套餐 = 资费'], 'words.txt', { type: 'text/plain' });
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await user.upload(await screen.findByLabelText('Import a text file', { selector: 'input' }), file);
    expect(await screen.findByText(/Cannot read this file/)).toBeVisible();
    log.mockRestore();
  });

  it('that are built in are counted, shown and filtered, and cannot be removed', async () => {
    const { user } = await renderSynonyms();
    await user.click(screen.getByRole('button', { name: `${BUNDLED_SYNONYMS.length} built-in groups` }));
    expect(await findRows('Built-in synonyms')).toHaveLength(Math.min(100, BUNDLED_SYNONYMS.length));
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    const term = BUNDLED_SYNONYMS.at(-1)?.terms[0] ?? '';
    await user.type(screen.getByRole('textbox', { name: 'Find in the built-in groups' }), term);
    for (const row of await findRows('Built-in synonyms')) {
      expect(row.textContent?.toLowerCase()).toContain(term.toLowerCase());
    }
    await user.type(screen.getByRole('textbox', { name: 'Find in the built-in groups' }), '☃');
    expect(screen.getByText(/None has this word/)).toBeVisible();
  });
});
