import type { Topic } from '../complaint/reference.queries.ts';
import type { ChoiceGroup } from './fields.ts';

const ALL_OF = 'all-';

/** What stands for all topics of a category, in a filter by topic. */
export function allOf(categoryCode: string): string {
  return `${ALL_OF}${categoryCode}`;
}

/** The topics that a filter names: one by its code, or a category's by `allOf`. */
export function topicCodes(filter: string, topics: readonly Topic[]): string[] {
  if (!filter.startsWith(ALL_OF)) return [filter];
  const category = filter.slice(ALL_OF.length);
  return topics.filter(({ categoryCode }) => categoryCode === category).map(({ code }) => code);
}

/** The topics by category, for a list to choose from. */
export function topicGroups(topics: readonly Topic[]): ChoiceGroup[] {
  const categories = new Map(topics.map((topic) => [topic.categoryCode, topic.categoryName]));
  return [...categories].map(([code, label]) => {
    const own = topics.filter((topic) => topic.categoryCode === code);
    const all = own.length > 1 ? [{ value: allOf(code), text: `All of ${label}` }] : [];
    return { label, choices: [...all, ...own.map((topic) => ({ value: topic.code, text: topic.name }))] };
  });
}

/** What a filter by topic is called; one that names nothing, by itself. */
export function topicName(filter: string | undefined, topics: readonly Topic[]): string | undefined {
  if (filter === undefined) return undefined;
  const category = topics.find(({ categoryCode }) => allOf(categoryCode) === filter);
  return category?.categoryName ?? topics.find(({ code }) => code === filter)?.name ?? filter;
}
