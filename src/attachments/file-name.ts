const LENGTH_LIMIT = 150;

/** Characters that do not show, or that make the rest show in another order (so that an ending can be faked). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/**
 * A file's name as it is kept and shown: without folders and invisible characters, 150 characters at most with its
 * ending kept, never empty.
 */
export function cleanFileName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = base.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (name === '' || /^\.+$/.test(name)) return 'file';
  const characters = [...name];
  if (characters.length <= LENGTH_LIMIT) return name;
  const ending = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')];
  return [...characters.slice(0, LENGTH_LIMIT - ending.length), ...ending].join('');
}
