-- The day on which something was done in truth, which HFS has entered in its place, stands in the complaint too: until
-- now it stood in the history alone. The time of day stays.
CREATE TEMPORARY TABLE corrected ON COMMIT DROP AS
  SELECT entry.complaint_id, entry.move, entry.at,
    (fix.day + (entry.at AT TIME ZONE 'America/Chicago')::time) AT TIME ZONE 'America/Chicago' AS corrected_at
  FROM (
    SELECT DISTINCT ON (facts->>'entry') (facts->>'entry')::uuid AS entry_id, (facts->>'correctedOn')::date AS day
    FROM history_entry WHERE move = 'correct-date' ORDER BY facts->>'entry', version DESC
  ) fix JOIN history_entry entry ON entry.id = fix.entry_id;
UPDATE complaint SET submitted_at = corrected.corrected_at FROM corrected
  WHERE corrected.complaint_id = complaint.id AND corrected.move = 'submit' AND complaint.submitted_at = corrected.at;
UPDATE complaint SET presented_at = corrected.corrected_at FROM corrected
  WHERE corrected.complaint_id = complaint.id AND corrected.move = 'present' AND complaint.presented_at = corrected.at;
