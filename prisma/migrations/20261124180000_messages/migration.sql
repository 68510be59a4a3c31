CREATE TYPE "MessageChannel" AS ENUM ('provider', 'plan');

CREATE TABLE message (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  channel "MessageChannel" NOT NULL,
  party text NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  words bytea,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX message_complaint_id_channel_at_idx ON message (complaint_id, channel, at);

CREATE TABLE message_read (
  message_id uuid NOT NULL REFERENCES message (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  account_id uuid NOT NULL,
  party text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (message_id, account_id)
);

ALTER TABLE attachment ADD COLUMN channel "MessageChannel";
ALTER TABLE attachment ADD COLUMN message_id uuid REFERENCES message (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX attachment_message_id_idx ON attachment (message_id);

CREATE TRIGGER message_is_append_only BEFORE UPDATE OR DELETE ON message
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_is_not_truncated BEFORE TRUNCATE ON message
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_read_is_append_only BEFORE UPDATE OR DELETE ON message_read
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_read_is_not_truncated BEFORE TRUNCATE ON message_read
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON message, message_read TO portal_app;
