import { describe, expect, it } from 'vitest';
import { createReadingBudget } from '../../../entrypoints/console.content/reading/reading-budget.ts';

function start() {
  let now = 1_000;
  const budget = createReadingBudget(() => now);
  return { budget, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('the reading budget', () => {
  it('lets a line after a quiet moment be read at once', () => {
    expect(start().budget.wait()).toBe(0);
  });

  it('lets a few cheap looks follow each other at once', () => {
    const { budget } = start();
    for (let looks = 0; looks < 5; looks += 1) budget.spend(0.5);
    expect(budget.wait()).toBe(0);
  });

  it('keeps looking under one per cent of the time on a page that never rests', () => {
    const { budget, pass } = start();
    let spent = 0;
    let passed = 0;
    while (passed < 60_000) {
      const wait = budget.wait();
      pass(wait + 4);
      budget.spend(4);
      spent += 4;
      passed += wait + 4;
    }
    expect(spent / passed).toBeLessThan(0.01);
  });

  it('never makes the panel wait longer than five seconds, however dear a look was', () => {
    const { budget } = start();
    budget.spend(10_000);
    expect(budget.wait()).toBeGreaterThan(4_000);
    expect(budget.wait()).toBeLessThanOrEqual(5_000);
  });

  it('shortens the wait as time passes', () => {
    const { budget, pass } = start();
    budget.spend(20);
    const before = budget.wait();
    pass(500);
    expect(budget.wait()).toBeCloseTo(before - 500);
    pass(before);
    expect(budget.wait()).toBe(0);
  });

  it('does not save up without end: after an hour’s rest the next storm is limited as ever', () => {
    const { budget, pass } = start();
    pass(3_600_000);
    budget.spend(30);
    expect(budget.wait()).toBeGreaterThan(1_000);
  });
});
