import type { Request } from 'express';
import { z } from 'zod';
import { NotFound } from '../../platform/errors.ts';

/**
 * The id of the file that an address names.
 * @throws NotFound when it names none
 */
export function fileIn(req: Request): string {
  const id = z.uuid().safeParse(req.params.file);
  if (!id.success) throw new NotFound();
  return id.data;
}
