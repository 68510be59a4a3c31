/** How HFS stands to the registration of an organization. */
export type Standing = 'pending' | 'confirmed' | 'refused';

/** Why nothing is filed for an organization whose registration HFS has not confirmed. */
export function standingText(name: string, standing: Exclude<Standing, 'confirmed'>): string {
  if (standing === 'refused') return `HFS could not confirm the registration of ${name}`;
  return `HFS has not confirmed the registration of ${name} yet`;
}
