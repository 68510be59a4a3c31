let base: string | null = null;

/** Sets the address that people know the portal by. Once, as the app is made. */
export function setBaseUrl(url: string): void {
  base = url;
}

/** The whole address of a path, for what is read outside of the portal. */
export function absoluteUrl(path: string): string {
  if (base === null) throw new Error('The portal’s address is not set: call setBaseUrl first.');
  return base.replace(/\/$/, '') + path;
}
