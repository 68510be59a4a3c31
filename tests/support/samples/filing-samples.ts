import type { Persona } from '../cast.ts';
import type { ReviewSamples, SampleComplaints } from '../sample-complaints.ts';
import { formOnly, type Samples } from './sample.ts';

const FILER: readonly Persona[] = ['representative'];

/** The steps of drafts. */
export function draftSamples({ drafts, filed }: SampleComplaints): Samples {
  const { begun, complete, importing, urgent, tooEarly, tooLate } = drafts;
  const base = '/complaints/drafts/:id';
  const at = (id: string, page: string) => ({ address: `/complaints/drafts/${id}/${page}`, whose: FILER });
  const leading = (id: string, page: string) => ({ ...at(id, page), leadsOn: FILER });
  const afterwards = (page: string) => leading(filed.submitted.id, page);
  const asked = (page: string) => [
    at(begun.id, page),
    at(complete.id, page),
    at(complete.id, `${page}?from=check`),
    afterwards(page),
  ];
  const step = (page: string) => [at(complete.id, page), at(urgent.id, page), afterwards(page)];
  return {
    '/complaints': [
      { address: '/complaints?tab=all' },
      { address: '/complaints?tab=yours' },
      { address: '/complaints?tab=closed&plan=MERIDIAN' },
    ],
    '/complaints/search': [{ address: '/complaints/search' }],
    '/complaints/export.csv': [{ address: '/complaints/export.csv?tab=all' }],
    '/complaints/export.xlsx': [{ address: '/complaints/export.xlsx?tab=all' }],
    '/complaints/new': [{ address: '/complaints/new' }],
    [base]: [begun, complete, filed.closed].map(({ id }) => ({
      address: `/complaints/drafts/${id}`,
      whose: FILER,
      leadsOn: FILER,
    })),
    [`${base}/site`]: [leading(complete.id, 'site'), afterwards('site')],
    [`${base}/screening`]: asked('screening'),
    [`${base}/plan`]: asked('plan'),
    [`${base}/topic`]: asked('topic'),
    [`${base}/prior-review`]: [...step('prior-review'), leading(begun.id, 'prior-review')],
    [`${base}/claims`]: [...step('claims'), at(complete.id, 'claims?add=row')],
    ...importSamples({ importing: importing.id, complete: complete.id, begun: begun.id }),
    [`${base}/story`]: step('story'),
    [`${base}/fee-for-service`]: [at(begun.id, 'fee-for-service')],
    [`${base}/medicare-only`]: [at(begun.id, 'medicare-only')],
    [`${base}/not-sure`]: [at(begun.id, 'not-sure')],
    [`${base}/too-early`]: [at(tooEarly.id, 'too-early'), leading(complete.id, 'too-early')],
    [`${base}/too-late`]: [at(tooLate.id, 'too-late'), leading(complete.id, 'too-late')],
    [`${base}/filing-days.ics`]: [at(tooEarly.id, 'filing-days.ics'), leading(tooLate.id, 'filing-days.ics')],
    [`${base}/files`]: asked('files'),
    [`${base}/files/:file`]: [at(complete.id, `files/${complete.file}`)],
    [`${base}/files/:file/remove`]: formOnly(at(complete.id, `files/${complete.file}/remove`).address),
    [`${base}/check`]: [...step('check'), at(begun.id, 'check'), at(tooEarly.id, 'check')],
    [`${base}/certify`]: [...step('certify'), leading(begun.id, 'certify')],
  };
}

/** The pages of a draft's spreadsheets. */
function importSamples(ids: Readonly<Record<'importing' | 'complete' | 'begun', string>>): Samples {
  const base = '/complaints/drafts/:id/claims';
  const at = (id: string, page: string) => ({
    address: `/complaints/drafts/${id}/claims/${page}`,
    whose: FILER,
  });
  const leading = (id: string, page: string) => ({ ...at(id, page), leadsOn: FILER });
  const page = (name: string) => [at(ids.importing, name), at(ids.complete, name), leading(ids.begun, name)];
  const waiting = (name: string) => [at(ids.importing, name), leading(ids.complete, name)];
  return {
    [`${base}/import`]: page('import'),
    [`${base}/paste`]: page('paste'),
    [`${base}/import/columns`]: waiting('import/columns'),
    [`${base}/import/rows`]: waiting('import/rows'),
    [`${base}/import/rows.csv`]: [at(ids.importing, 'import/rows.csv')],
    [`${base}/template.csv`]: [at(ids.complete, 'template.csv')],
    [`${base}/template.xlsx`]: [at(ids.complete, 'template.xlsx')],
  };
}

/** The representative's filed complaints. */
export function complaintSamples({ filed }: SampleComplaints, { drafted, decided }: ReviewSamples): Samples {
  const { submitted, returned, presented, answered, closed } = filed;
  const base = '/complaints/:reference';
  const at = (reference: string, page = '') => ({ address: `/complaints/${reference}${page}`, whose: FILER });
  return {
    [base]: [submitted, returned, presented, answered, closed, drafted, decided].map(({ reference }) =>
      at(reference),
    ),
    [`${base}/filed`]: [
      at(submitted.reference, '/filed'),
      { ...at(presented.reference, '/filed'), leadsOn: FILER },
    ],
    [`${base}/receipt.pdf`]: [at(submitted.reference, '/receipt.pdf')],
    [`${base}/complaint.pdf`]: [at(closed.reference, '/complaint.pdf')],
    [`${base}/decision.pdf`]: [
      at(decided.reference, '/decision.pdf'),
      { ...at(closed.reference, '/decision.pdf'), whose: [] },
    ],
    [`${base}/files`]: [
      at(returned.reference, '/files'),
      at(submitted.reference, '/files'),
      { ...at(closed.reference, '/files'), leadsOn: FILER },
    ],
    [`${base}/files/:file`]: [at(closed.reference, `/files/${closed.file}`)],
    [`${base}/sharing`]: [at(submitted.reference, '/sharing')],
    [`${base}/sharing/end`]: formOnly(at(submitted.reference, '/sharing/end').address),
    [`${base}/moves/:move`]: [
      at(returned.reference, '/moves/resubmit'),
      at(submitted.reference, '/moves/withdraw'),
      ...['accept', 'request-review'].map((move) => at(answered.reference, `/moves/${move}`)),
      at(presented.reference, '/moves/request-extension'),
      { ...at(submitted.reference, '/moves/present'), whose: [] },
      { ...at(closed.reference, '/moves/withdraw'), leadsOn: FILER },
    ],
  };
}
