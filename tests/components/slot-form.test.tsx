import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SlotForm, type SlotFormProps } from '../../components/suggestions/SlotForm.tsx';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import { renderInApp } from '../support/render-in-app.tsx';

async function renderForm(template: string, props: Partial<SlotFormProps> = {}) {
  const onSubmit = vi.fn<(values: SlotValues) => void>();
  const onCancel = vi.fn<() => void>();
  const { user } = await renderInApp(
    <SlotForm
      template={template}
      known={{}}
      context={{ today: '2026-11-22', locale: 'en' }}
      submitLabel="Insert"
      {...{ onSubmit, onCancel }}
      {...props}
    />,
  );
  const submitted = () => onSubmit.mock.calls.map(([values]) => values);
  return { user, onSubmit, onCancel, submitted };
}

const ORDER = '{{order number}} for {{customer name}}, {{order number}}';
const field = (name: string) => screen.getByLabelText(name);

describe('the slot form', () => {
  it('goes on to the next field on Enter, and inserts from the last; each slot is asked once', async () => {
    const { user, submitted } = await renderForm(ORDER);
    expect(screen.getAllByRole('textbox')).toHaveLength(2);
    await user.keyboard('4471{Enter}');
    expect(field('customer name')).toHaveFocus();
    expect(submitted()).toEqual([]);
    await user.keyboard('Emma{Enter}');
    expect(submitted()).toEqual([{ 'order number': '4471', 'customer name': 'Emma' }]);
  });

  it('goes back to a field that was left out', async () => {
    const { user, onSubmit } = await renderForm(ORDER);
    await user.type(field('customer name'), 'Emma{Enter}');
    expect(field('order number')).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('does not take spaces for an answer', async () => {
    const { user, onSubmit } = await renderForm(ORDER);
    await user.keyboard('   {Enter}');
    await user.keyboard('Emma{Enter}');
    expect(screen.getByRole('button', { name: 'Insert' })).toBeDisabled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('is left by Escape and by its button, without inserting', async () => {
    const { user, onSubmit, onCancel } = await renderForm(ORDER);
    await user.keyboard('4471{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('asks for nothing that is known, and begins with what was typed before', async () => {
    const { user, submitted } = await renderForm('{{customer name}}, {{time}}', {
      known: { 'customer name': 'Emma' },
      offered: { time: 'noon', 'customer name': 'Old', other: 'x' },
    });
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(field('time')).toHaveValue('noon');
    await user.keyboard('{Enter}');
    expect(submitted()).toEqual([{ time: 'noon' }]);
  });

  it('keeps a field somebody is typing into, even if its value becomes known', async () => {
    const template = '{{order number}}';
    const shared = {
      template,
      context: { today: '2026-11-22', locale: 'en' } as const,
      submitLabel: 'Insert',
      onSubmit: vi.fn<() => void>(),
      onCancel: vi.fn<() => void>(),
    };
    const { user, rerender } = await renderInApp(<SlotForm {...shared} known={{}} />);
    await user.keyboard('44');
    rerender(<SlotForm {...shared} known={{ 'order number': '1' }} />);
    expect(field('order number')).toHaveValue('44');
    expect(field('order number')).toHaveFocus();
  });
});

describe('by keyboard alone', () => {
  it('a choice, a number, a day and a line are filled in one after the other', async () => {
    const { user, submitted } = await renderForm(
      '{{carrier:SF/ZTO/YTO}} {{days:1-30 days}} {{on:date}} {{note}}',
    );
    expect(screen.getByRole('radio', { name: 'SF' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: 'ZTO' })).toBeChecked();
    await user.keyboard('{Enter}');
    expect(field('days')).toHaveFocus();
    await user.keyboard('7{Tab}');
    expect(field('on')).toHaveFocus();
    await user.type(field('on'), '2026-12-01');
    await user.keyboard('{Enter}');
    expect(field('note')).toHaveFocus();
    await user.keyboard('ok{Enter}');
    expect(submitted()).toEqual([{ carrier: 'ZTO', days: '7', on: '2026-12-01', note: 'ok' }]);
  });

  it('Enter on a choice nobody has made makes it; its group is one Tab stop with a name', async () => {
    const { user, submitted } = await renderForm('{{carrier:SF/ZTO}}');
    expect(within(screen.getByRole('radiogroup', { name: 'carrier' })).getAllByRole('radio')).toHaveLength(2);
    await user.keyboard('{Enter}');
    expect(submitted()).toEqual([{ carrier: 'SF' }]);
  });

  it('a number out of bounds is said so and does not go in', async () => {
    const { user, submitted } = await renderForm('{{days:1-30}} {{sum:number}}');
    await user.keyboard('40');
    expect(screen.getByText('A number from 1 to 30, please')).toBeVisible();
    expect(field('days')).toBeInvalid();
    await user.type(field('sum'), 'x{Enter}');
    expect(screen.getByText('A number, please')).toBeVisible();
    expect(field('days')).toHaveFocus();
    await user.keyboard('{Backspace}{Enter}');
    expect(field('sum')).toHaveFocus();
    expect(submitted()).toEqual([]);
    await user.keyboard('{Backspace}5{Enter}');
    expect(submitted()).toEqual([{ days: '4', sum: '5' }]);
  });

  it('an answer that brings in another question leads there', async () => {
    const { user, submitted } = await renderForm('{{via:SF/ZTO}}{{if via=ZTO}} on {{time}}{{end}}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field('time')).toHaveFocus();
    await user.keyboard('noon{Enter}');
    expect(submitted()).toEqual([{ via: 'ZTO', time: 'noon' }]);
  });

  it('what only decides about a part may stay empty', async () => {
    const { user, submitted } = await renderForm('{{time}}{{if note}} ({{note}}){{end}}');
    expect(screen.getByText('note (optional)')).toBeVisible();
    await user.keyboard('noon{Enter}');
    expect(submitted()).toEqual([{ time: 'noon' }]);
  });
});
