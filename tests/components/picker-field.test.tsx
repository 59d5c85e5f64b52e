import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PickerField } from '../../components/settings/PickerField.tsx';
import { picker } from '../../utils/settings/settings.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { renderInApp } from '../support/render-in-app.tsx';

async function renderField() {
  installFakePermissions(['https://desk.example/*']);
  const { user } = await renderInApp(<PickerField />);
  return { user, box: await screen.findByRole('textbox', { name: 'What to type to start' }) };
}

describe('what opens the picker', () => {
  it('is shown, and changed by typing', async () => {
    const { user, box } = await renderField();
    expect(box).toHaveValue('// 、、');
    await user.clear(box);
    await waitFor(async () => expect(await picker.getValue()).toEqual({ triggers: [], offSites: [] }));
    expect(screen.getByText(/Off at the moment/)).toBeVisible();
    await user.type(box, ';; ++');
    await waitFor(async () => expect((await picker.getValue()).triggers).toEqual([';;', '++']));
  });

  it('is never a word or a single sign', async () => {
    const { user, box } = await renderField();
    await user.clear(box);
    await user.type(box, 'tk /');
    expect(screen.getByText(/Two to four signs/)).toBeVisible();
    expect((await picker.getValue()).triggers).toEqual([]);
  });

  it('can be switched off for a site, and on again', async () => {
    const { user } = await renderField();
    await user.click(
      await screen.findByRole('button', { name: 'https://desk.example: on, click to switch off' }),
    );
    await waitFor(async () => expect((await picker.getValue()).offSites).toEqual(['https://desk.example']));
    await user.click(screen.getByRole('button', { name: 'https://desk.example: off, click to switch on' }));
    await waitFor(async () => expect((await picker.getValue()).offSites).toEqual([]));
  });
});
