import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SlotForm } from '../../components/suggestions/SlotForm.tsx';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import { renderInApp } from '../support/render-in-app.tsx';

async function renderForm() {
  const onSubmit = vi.fn<(values: SlotValues) => void>();
  const onCancel = vi.fn<() => void>();
  const { user } = await renderInApp(
    <SlotForm slots={['order number', 'customer name']} onSubmit={onSubmit} onCancel={onCancel} />,
  );
  const [order, name] = [screen.getByLabelText('order number'), screen.getByLabelText('customer name')];
  return { user, onSubmit, onCancel, order, name };
}

describe('the slot form', () => {
  it('goes on to the next field on Enter, and inserts from the last', async () => {
    const { user, onSubmit, name } = await renderForm();
    await user.keyboard('4471{Enter}');
    expect(name).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
    await user.keyboard('Emma{Enter}');
    expect(onSubmit.mock.calls).toEqual([[{ 'order number': '4471', 'customer name': 'Emma' }]]);
  });

  it('goes back to a field that was left out', async () => {
    const { user, onSubmit, order, name } = await renderForm();
    await user.type(name, 'Emma{Enter}');
    expect(order).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('does not take spaces for an answer', async () => {
    const { user, onSubmit } = await renderForm();
    await user.keyboard('   {Enter}');
    await user.keyboard('Emma{Enter}');
    expect(screen.getByRole('button', { name: 'Insert' })).toBeDisabled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('is left by Escape and by its button, without inserting', async () => {
    const { user, onSubmit, onCancel } = await renderForm();
    await user.keyboard('4471{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
