-- What a complaint's claims come to, written when it is filed: amounts alone name nobody.
ALTER TABLE complaint ADD COLUMN claim_count integer;
ALTER TABLE complaint ADD COLUMN billed_cents bigint;
ALTER TABLE complaint ADD COLUMN paid_cents bigint;

-- A representative's own complaints, newest first.
CREATE INDEX complaint_filed_by_number ON complaint (filed_by_id, number DESC) WHERE status <> 'draft';
