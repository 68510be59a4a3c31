import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock.ts';
import { isId, newId } from '../../src/platform/identifier.ts';

afterEach(() => setClock(null));

describe('A new key', () => {
  it('has the shape of a UUIDv7, with the time it was made at', () => {
    setClock(Temporal.Instant.from('2026-11-24T15:00:00.123Z'));
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 24, 15, 0, 0, 123));
  });

  it('sorts after those that were made before it, within one millisecond too', () => {
    setClock(Temporal.Instant.from('2026-11-24T15:00:00Z'));
    const made = Array.from({ length: 20_000 }, newId);
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
    setClock(Temporal.Instant.from('2026-11-24T15:00:00.001Z'));
    expect(newId() > (made.at(-1) ?? '')).toBe(true);
  });

  it('tells nothing of the next one: a step between two is random', () => {
    setClock(Temporal.Instant.from('2026-11-24T15:00:00Z'));
    const ends = Array.from({ length: 200 }, () => BigInt(`0x${newId().slice(24)}`));
    const steps = new Set(ends.slice(1).map((end, place) => end - (ends[place] ?? 0n)));
    expect(steps.size).toBeGreaterThan(190);
  });
});
