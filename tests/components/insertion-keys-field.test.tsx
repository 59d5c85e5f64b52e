import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { InsertionKeysField } from '../../components/settings/InsertionKeysField.tsx';
import { insertionKeys } from '../../utils/settings/settings.ts';
import { renderInApp } from '../support/render-in-app.tsx';

async function renderField() {
  const { user } = await renderInApp(<InsertionKeysField />);
  const key = (position: number) => screen.getByRole('button', { name: new RegExp(`^Reply ${position}:`) });
  await screen.findByRole('button', { name: /^Reply 1:/ });
  return { user, key };
}

const stored = () => insertionKeys.getValue();

describe('the insertion keys', () => {
  it('are shown with what they are for', async () => {
    const { key } = await renderField();
    expect(key(1)).toHaveAccessibleName('Reply 1: Alt+1, click to change');
    expect(key(3)).toHaveTextContent('Alt+3');
  });

  it('are changed by a click and a key press, for good', async () => {
    const { user, key } = await renderField();
    await user.click(key(2));
    expect(key(2)).toHaveTextContent('Press keys…');
    await user.keyboard('{Control>}9{/Control}');
    await waitFor(() => expect(key(2)).toHaveTextContent('Ctrl+9'));
    expect(await stored()).toEqual(['Alt+1', 'Ctrl+9', 'Alt+3']);
  });

  it.each(['9', '{Shift>}9{/Shift}', '{Enter}', '{F2}'])(
    'need a modifier: %s alone would be lost for typing',
    async (keys) => {
      const { user, key } = await renderField();
      await user.click(key(1));
      await user.keyboard(keys);
      expect(key(1)).toHaveTextContent('Press keys…');
      expect(await stored()).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
    },
  );

  it('ignore what an input method is using', async () => {
    const { user, key } = await renderField();
    await user.click(key(1));
    fireEvent.keyDown(key(1), { key: '9', code: 'Digit9', altKey: true, isComposing: true });
    expect(await stored()).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
  });

  it.each(['{Control>}v{/Control}', '{Control>}c{/Control}', '{Meta>}z{/Meta}'])(
    'leave %s to editing, and say so',
    async (keys) => {
      const { user, key } = await renderField();
      await user.click(key(1));
      await user.keyboard(keys);
      expect(screen.getByRole('alert')).toHaveTextContent('That combination has another use.');
      expect(await stored()).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
    },
  );

  it('refuse a combination another card has, and say so', async () => {
    const { user, key } = await renderField();
    await user.click(key(1));
    await user.keyboard('{Alt>}3{/Alt}');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'That combination has another use. Try a different one.',
    );
    expect(await stored()).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
    await user.keyboard('{Alt>}8{/Alt}');
    await waitFor(() => expect(key(1)).toHaveTextContent('Alt+8'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['the search', '{Control>}k{/Control}'],
    ['the search on a Mac', '{Meta>}k{/Meta}'],
    ['ending a contact', '{Alt>}w{/Alt}'],
    ['saving a wrap-up', '{Control>}{Enter}{/Control}'],
  ])('refuse a combination the panel itself needs: %s', async (_, keys) => {
    const { user, key } = await renderField();
    await user.click(key(1));
    await user.keyboard(keys);
    expect(screen.getByRole('alert')).toBeVisible();
    expect(await stored()).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
  });

  it('may be given the combination they already have', async () => {
    const { user, key } = await renderField();
    await user.click(key(1));
    await user.keyboard('{Alt>}1{/Alt}');
    await waitFor(() => expect(key(1)).toHaveTextContent('Alt+1'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stay as they are on Escape, which also takes a warning away', async () => {
    const { user, key } = await renderField();
    await user.click(key(1));
    await user.keyboard('{Alt>}3{/Alt}{Escape}');
    expect(key(1)).toHaveTextContent('Alt+1');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stop waiting for a key when the focus goes on, so that other buttons work', async () => {
    const { user, key } = await renderField();
    await insertionKeys.setValue(['Alt+4', 'Alt+5', 'Alt+6']);
    await waitFor(() => expect(key(3)).toHaveTextContent('Alt+6'));
    await user.click(key(3));
    await user.tab();
    expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(key(3)).toHaveTextContent('Alt+3'));
  });
});
