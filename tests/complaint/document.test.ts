import { describe, expect, it } from 'vitest';
import {
  CLAIM_LINES_LIMIT,
  complaintDocumentSchema,
  draftDocumentSchema,
  EMPTY_DRAFT,
} from '../../src/complaint/document.ts';
import { accessDraft, claimLine, draftDocument } from './support/drafts.ts';

describe('A draft', () => {
  it('on which nothing was written, read from storage, is the empty draft', () => {
    expect(draftDocumentSchema.parse({})).toEqual(EMPTY_DRAFT);
  });

  it('half written, stored as JSON and read again, is the same', () => {
    const half = draftDocument({
      priorReview: { noTrackingNumber: { askedOn: '2026-09-02' } },
      claimLines: [{ id: claimLine().id, memberLastName: 'Okafor' }],
      story: { whatHappened: 'Denied.' },
    });
    expect(draftDocumentSchema.parse(JSON.parse(JSON.stringify(half)))).toEqual(half);
  });

  it('holds no line without an id, by which a page names it', () => {
    expect(draftDocumentSchema.safeParse({ claimLines: [{ rin: '046615719' }] }).success).toBe(false);
  });

  it('with a Social Security number where a RIN belongs, is never stored', () => {
    const claimLines = [{ ...claimLine(), rin: '123-45-6789' }];
    expect(draftDocumentSchema.safeParse({ claimLines }).success).toBe(false);
  });

  it('holds as many lines as one complaint may, and not one more', () => {
    const lines = Array.from({ length: CLAIM_LINES_LIMIT }, () => claimLine());
    expect(draftDocumentSchema.safeParse({ claimLines: lines }).success).toBe(true);
    const issues = draftDocumentSchema.safeParse({ claimLines: [...lines, claimLine()] }).error?.issues;
    expect(issues?.map(({ message }) => message)).toEqual(['List at most 500 claims in one complaint']);
  });
});

describe('A complaint as it is filed', () => {
  it.each([
    ['a dispute', draftDocument()],
    ['about access to care, without a claim', accessDraft().document],
  ])('%s, complete as a draft, is a whole document', (_, draft) => {
    const { savedAt: _savedAt, ...whole } = draft;
    expect(complaintDocumentSchema.parse(draft)).toEqual(whole);
  });

  it.each([
    ['screening', { screening: undefined }],
    ['a prior review', { priorReview: {} }],
    ['a story', { story: {} }],
    ['a member’s name', { claimLines: [{ id: claimLine().id }] }],
  ])('without %s, is refused', (_, changes) => {
    expect(complaintDocumentSchema.safeParse({ ...draftDocument(), ...changes }).success).toBe(false);
  });

  it('about Medicaid fee-for-service, is not one for the portal', () => {
    const foreign = { ...draftDocument(), screening: { program: 'fee-for-service' } };
    expect(complaintDocumentSchema.safeParse(foreign).success).toBe(false);
  });

  it('keeps nothing that it has no name for', () => {
    const parsed = complaintDocumentSchema.parse({ ...draftDocument(), ssn: '123-45-6789' });
    expect(JSON.stringify(parsed)).not.toContain('6789');
  });
});
