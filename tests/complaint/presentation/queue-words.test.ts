import { describe, expect, it } from 'vitest';
import { ageText, countText, dueMark } from '../../../src/complaint/presentation/queue-words.ts';
import { on } from '../support/reference.ts';

const TODAY = on('2026-11-24');

describe('A due date in a queue', () => {
  it.each([
    ['2026-11-14', 'Overdue', '10 days late'],
    ['2026-11-23', 'Overdue', '1 day late'],
    ['2026-11-24', 'Due soon', 'today'],
    ['2026-11-25', 'Due soon', 'tomorrow'],
    ['2026-11-27', 'Due soon', 'in 3 days'],
    ['2026-11-28', undefined, 'in 4 days'],
  ])('of %s, seen on November 24, is marked “%s” in a word, and says “%s”', (dueOn, word, distance) => {
    const mark = dueMark(on(dueOn), TODAY);
    expect(mark.tag?.text).toBe(word);
    expect(mark.distance).toBe(distance);
  });

  it('that there is none says so', () => {
    expect(dueMark(null, TODAY)).toEqual({ date: 'No date', distance: null, tag: null });
  });
});

describe('The age of a complaint', () => {
  it.each([
    ['2026-11-24', 'Today'],
    ['2026-11-23', '1 day'],
    ['2026-10-01', '54 days'],
  ])('filed on %s is %s on November 24', (filedOn, age) => {
    expect(ageText(on(filedOn), TODAY)).toBe(age);
  });
});

describe('A count up to a bound', () => {
  it.each([
    [0, '0'],
    [5000, '5,000'],
    [5001, '5,000+'],
  ])('of 5,000: %i is written %s', (count, text) => {
    expect(countText(count, 5000)).toBe(text);
  });
});
