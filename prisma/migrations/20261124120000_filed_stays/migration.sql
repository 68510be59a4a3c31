-- What was filed stays as it was filed: its document, and the files that came with it.
CREATE FUNCTION refuse_rewriting_filed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was filed is not rewritten' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER filed_document_stays BEFORE UPDATE OF document ON complaint FOR EACH ROW
  WHEN (OLD.status <> 'draft' AND NEW.document IS DISTINCT FROM OLD.document)
  EXECUTE FUNCTION refuse_rewriting_filed();
CREATE TRIGGER filed_complaint_is_no_draft_again BEFORE UPDATE OF status ON complaint FOR EACH ROW
  WHEN (OLD.status <> 'draft' AND NEW.status = 'draft')
  EXECUTE FUNCTION refuse_rewriting_filed();

-- A file that is still arriving may be given up, and the bytes of one refused for malware are removed; its row stays.
CREATE FUNCTION refuse_deleting_filed_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM complaint WHERE id = OLD.complaint_id AND status <> 'draft') THEN
    RAISE EXCEPTION 'a file of a filed complaint is not deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER filed_attachment_stays BEFORE DELETE ON attachment FOR EACH ROW
  WHEN (OLD.state <> 'receiving') EXECUTE FUNCTION refuse_deleting_filed_attachment();

CREATE FUNCTION refuse_deleting_filed_chunk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM attachment JOIN complaint ON complaint.id = attachment.complaint_id
    WHERE attachment.id = OLD.attachment_id AND attachment.state IN ('waiting', 'released')
      AND complaint.status <> 'draft'
  ) THEN
    RAISE EXCEPTION 'the bytes of a filed complaint''s file are not deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER filed_chunk_stays BEFORE DELETE ON attachment_chunk FOR EACH ROW
  EXECUTE FUNCTION refuse_deleting_filed_chunk();

-- The audit log is read by time.
CREATE INDEX audit_event_at_id_idx ON audit_event (at, id);
