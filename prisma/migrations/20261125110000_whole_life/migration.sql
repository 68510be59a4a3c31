-- Who of the plan has a complaint, when the plan first opened it, and what came of its proposal.
ALTER TABLE complaint ADD COLUMN opened_by_plan_at timestamptz;
ALTER TABLE complaint ADD COLUMN liaison_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE complaint ADD COLUMN proposed_cents bigint;
ALTER TABLE complaint ADD COLUMN recovered_cents bigint;

-- The queues hold what the Department reviews, too.
DROP INDEX complaint_queue;
DROP INDEX complaint_queue_assigned;
DROP INDEX complaint_queue_mco;
CREATE INDEX complaint_queue ON complaint ((NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('submitted', 'returned', 'with_mco', 'proposed', 'department_review');
CREATE INDEX complaint_queue_assigned ON complaint (assignee_id, (NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('submitted', 'returned', 'with_mco', 'proposed', 'department_review');
CREATE INDEX complaint_queue_mco ON complaint (mco_code, (NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('with_mco', 'proposed', 'department_review');

-- The clocks that are owed, by when they run out: for what the passing of time does, and for warnings.
CREATE INDEX clock_owed ON clock (due_on, complaint_id) WHERE ended_on IS NULL;

-- The clocks of questions that HFS asks beside the course of things.
UPDATE policy SET document = jsonb_set(document::jsonb, '{clocks}', (document::jsonb -> 'clocks') || '{
  "provider_information": {
    "owner": "representative",
    "length": {"days": 10, "unit": "business"},
    "urgent": {"days": 2, "unit": "business"},
    "words": "Answer what HFS asked the representative",
    "source": "HFS portal policy"
  },
  "plan_information": {
    "owner": "plan",
    "length": {"days": 10, "unit": "business"},
    "urgent": {"days": 2, "unit": "business"},
    "words": "Answer what HFS asked the plan",
    "source": "HFS portal policy"
  }
}'::jsonb);
