-- A file that was added to a message and never sent is no record: its author takes it back, or it is removed after a
-- day. What was sent stays sent, and what came to the complaint itself is no message's.
DROP TRIGGER filed_attachment_stays ON attachment;
CREATE TRIGGER filed_attachment_stays BEFORE DELETE ON attachment FOR EACH ROW
  WHEN (
    OLD.state <> 'receiving'
    AND NOT (OLD.state IN ('waiting', 'released') AND OLD.channel IS NOT NULL AND OLD.message_id IS NULL)
  )
  EXECUTE FUNCTION refuse_deleting_filed_attachment();
CREATE TRIGGER sent_attachment_stays_sent BEFORE UPDATE OF message_id, channel ON attachment FOR EACH ROW
  WHEN (
    OLD.channel IS DISTINCT FROM NEW.channel
    OR (OLD.message_id IS NOT NULL AND NEW.message_id IS DISTINCT FROM OLD.message_id)
  )
  EXECUTE FUNCTION refuse_rewriting_filed();
CREATE INDEX attachment_unsent ON attachment (created_at) WHERE channel IS NOT NULL AND message_id IS NULL;
