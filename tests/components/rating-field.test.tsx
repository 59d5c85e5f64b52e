import { screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RatingField } from '../../components/wrap-up/RatingField.tsx';
import { GENERAL_SERVICE_RUBRIC, type RatingLevel } from '../../knowledge/assessment/index.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const criterion = GENERAL_SERVICE_RUBRIC.criteria[0];
if (!criterion) throw new Error('the rubric is empty');

const onDone = vi.fn<() => void>();
const onRate = vi.fn<(level: RatingLevel) => void>();

beforeEach(() => vi.clearAllMocks());

function Field({ start }: { start?: RatingLevel }) {
  const [value, setValue] = useState<RatingLevel | undefined>(start);
  const rate = (level: RatingLevel) => {
    onRate(level);
    setValue(level);
  };
  return criterion ? <RatingField criterion={criterion} value={value} onRate={rate} onDone={onDone} /> : null;
}

const level = (at: number) => screen.getByRole('radio', { name: new RegExp(`^${at}\\.`) });
const chosen = () =>
  screen.getAllByRole('radio').filter((radio) => radio.getAttribute('aria-checked') === 'true');

describe('one rated dimension', () => {
  it('is a named group of five levels, each with the behaviour it means', async () => {
    await renderInApp(<Field />);
    expect(screen.getByRole('radiogroup', { name: criterion.name.en })).toBeVisible();
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    expect(level(1)).toHaveAccessibleName(`1. ${criterion.anchors[1].en}`);
    expect(chosen()).toEqual([]);
  });

  it('shows the middle behaviour first, then that of the level under the hand or chosen', async () => {
    const { user } = await renderInApp(<Field />);
    expect(screen.getByText(`3. ${criterion.anchors[3].en}`)).toBeVisible();
    await user.hover(level(5));
    expect(screen.getByText(`5. ${criterion.anchors[5].en}`)).toBeVisible();
    await user.click(level(2));
    await user.unhover(level(2));
    expect(screen.getByText(`2. ${criterion.anchors[2].en}`)).toBeVisible();
  });

  it('is described by the behaviour on show, for those who listen', async () => {
    await renderInApp(<Field start={4} />);
    expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription(`4. ${criterion.anchors[4].en}`);
  });

  it.each([1, 2, 3, 4, 5] as const)('is rated %d by the digit, and goes on', async (digit) => {
    const { user } = await renderInApp(<Field />);
    await user.tab();
    await user.keyboard(`${digit}`);
    expect(onRate.mock.calls).toEqual([[digit]]);
    expect(onDone).toHaveBeenCalledOnce();
    expect(chosen()).toEqual([level(digit)]);
  });

  it.each(['0', '6', '9', 'a', '{Enter}'])('takes %s for no rating', async (key) => {
    const { user } = await renderInApp(<Field start={2} />);
    await user.tab();
    await user.keyboard(key);
    expect(onRate.mock.calls.filter(([rated]) => rated !== 2)).toEqual([]);
    expect(chosen()).toEqual([level(2)]);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('leaves Alt+1 to the insertion keys', async () => {
    const { user } = await renderInApp(<Field />);
    await user.tab();
    await user.keyboard('{Alt>}1{/Alt}');
    expect(onRate).not.toHaveBeenCalled();
  });

  it('is changed by the arrows, stays in place and ends at both ends', async () => {
    const { user } = await renderInApp(<Field />);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(level(4)).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(chosen()).toEqual([level(5)]);
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(chosen()).toEqual([level(1)]);
    expect(level(1)).toHaveFocus();
    expect(onDone).not.toHaveBeenCalled();
  });

  it('is one Tab stop', async () => {
    const { user } = await renderInApp(
      <>
        <Field start={2} />
        <button type="button">next</button>
      </>,
    );
    await user.tab();
    expect(level(2)).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'next' })).toHaveFocus();
  });
});
