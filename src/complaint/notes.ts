import { transaction } from '../platform/database/database.ts';
import { Invalid, NotFound } from '../platform/errors.ts';
import type { Actor, Party } from './actor.ts';
import type { ComplaintSeen } from './complaints.queries.ts';
import { holdParty } from './hold-actor.queries.ts';
import { holdComplaint } from './hold-complaint.queries.ts';
import { insertNote, listNotes, type Note, type NoteSide } from './notes.queries.ts';
import { progressOf } from './presentation/complaint-facts.ts';
import { canSee } from './visibility.ts';

export const NOTE_LIMIT = 10_000;

export interface NoteWritten {
  /** Made by the page with the form: the same form sent again writes nothing twice. */
  readonly id: string;
  readonly words: string;
}

/** The notes that a side keeps for itself, oldest first. Empty for whoever keeps none. */
export async function readNotes(seen: ComplaintSeen, actor: Actor): Promise<readonly Note[]> {
  const side = sideOf(seen);
  return side === null ? [] : listNotes(seen.complaint.id, side, ownerOf(side, actor));
}

/**
 * Writes a note, for the writer's own side alone. It may be written after the complaint is closed, too.
 * @throws NotFound when this party keeps no notes; Invalid when there is nothing in it, or too much
 */
export async function writeNote(
  seen: ComplaintSeen,
  actor: Actor,
  { id, words }: NoteWritten,
): Promise<void> {
  const side = sideOf(seen);
  if (side === null) throw new NotFound();
  const problem = problemIn(words);
  if (problem !== null) throw new Invalid([{ field: 'words', text: problem }]);
  const complaintId = seen.complaint.id;
  await transaction(async (tx) => {
    await holdComplaint(tx, complaintId);
    await holdParty(tx, actor, complaintId);
    await insertNote(tx, actor, { id, complaintId, side, mcoCode: ownerOf(side, actor), words });
  });
}

/** The plan whose note it is; of HFS's, none. */
function ownerOf(side: NoteSide, { mcoCode }: Actor): string | null {
  return side === 'plan' ? mcoCode : null;
}

function sideOf({ complaint, party }: ComplaintSeen): NoteSide | null {
  const own = OWN_NOTES[party];
  return own && canSee(own.part, party, progressOf(complaint)) ? own.side : null;
}

const OWN_NOTES = {
  filer: null,
  staff: { side: 'staff', part: 'internal-notes' },
  plan: { side: 'plan', part: 'plan-notes' },
} as const satisfies Record<Party, { side: NoteSide; part: 'internal-notes' | 'plan-notes' } | null>;

function problemIn(words: string): string | null {
  if (words === '') return 'Write a few words';
  return words.length > NOTE_LIMIT ? `Use at most ${NOTE_LIMIT.toLocaleString('en-US')} characters` : null;
}
