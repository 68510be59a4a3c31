-- Who owes what is due first, and whether the complaint waits for a supervisor.
ALTER TABLE complaint ADD COLUMN due_owner text;
ALTER TABLE complaint ADD COLUMN awaits_supervisor boolean NOT NULL DEFAULT false;

-- Of a review's information, the side that has sent its own owes it no longer.
UPDATE clock SET owner = CASE informed.actor_role WHEN 'liaison' THEN 'representative' ELSE 'plan' END
FROM history_entry informed
WHERE clock.kind = 'review_information' AND clock.ended_on IS NULL
  AND informed.complaint_id = clock.complaint_id AND informed.move = 'inform'
  AND informed.version > (
    SELECT max(asked.version) FROM history_entry asked
    WHERE asked.complaint_id = clock.complaint_id AND asked.move = 'request-review'
  );
UPDATE complaint SET due_owner = clock.owner FROM clock
WHERE clock.complaint_id = complaint.id AND clock.kind = complaint.due_clock AND clock.ended_on IS NULL;
UPDATE complaint SET awaits_supervisor = true
WHERE status = 'with_mco' AND 'request-extension' = (
    SELECT entry.move FROM history_entry entry WHERE entry.complaint_id = complaint.id
      AND entry.move IN ('request-extension', 'grant-extension', 'refuse-extension', 'recall', 'not-ours', 'propose',
        'return', 'close')
    ORDER BY entry.version DESC LIMIT 1
  )
  OR status = 'department_review' AND 'draft-decision' = (
    SELECT entry.move FROM history_entry entry WHERE entry.complaint_id = complaint.id
      AND entry.move IN ('request-review', 'draft-decision', 'send-back')
    ORDER BY entry.version DESC LIMIT 1
  );

CREATE INDEX complaint_queue_supervisor ON complaint ((NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE awaits_supervisor AND status IN ('submitted', 'returned', 'with_mco', 'proposed', 'department_review');
