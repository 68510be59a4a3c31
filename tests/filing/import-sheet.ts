import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Visitor } from '../support/visitor.ts';

export const sampleFile = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, '../samples', name));

/** Sends a file to the import of a draft as its page's form does. Returns where the answer leads, and its page. */
export async function uploadSheet(visitor: Visitor, draftId: string, name: string, content: Buffer) {
  const answer = await visitor.agent
    .post(`/complaints/drafts/${draftId}/claims/import`)
    .field('_csrf', await visitor.token())
    .attach('sheet', content, name);
  return { status: answer.status, location: String(answer.headers.location ?? ''), body: answer.text ?? '' };
}
