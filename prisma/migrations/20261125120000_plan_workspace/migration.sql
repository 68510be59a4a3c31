-- What one side writes down for itself about a complaint.
CREATE TYPE "NoteSide" AS ENUM ('plan', 'staff');
CREATE TABLE note (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  side "NoteSide" NOT NULL,
  mco_code text REFERENCES mco (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  author_id uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  words bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT note_of_a_plan_names_it CHECK ((side = 'plan') = (mco_code IS NOT NULL))
);
CREATE INDEX note_complaint_id_side_at_idx ON note (complaint_id, side, at);

-- A plan's attempts to reach the provider.
CREATE TABLE contact_attempt (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  mco_code text NOT NULL REFERENCES mco (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  author_id uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  words bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX contact_attempt_complaint_id_at_idx ON contact_attempt (complaint_id, at);

CREATE TRIGGER note_is_append_only BEFORE UPDATE OR DELETE ON note
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_is_not_truncated BEFORE TRUNCATE ON note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_attempt_is_append_only BEFORE UPDATE OR DELETE ON contact_attempt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_attempt_is_not_truncated BEFORE TRUNCATE ON contact_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON note, contact_attempt TO portal_app;

-- The answers of a file that wait until the liaison who sent it has looked at them; one file an account.
CREATE TABLE waiting_answers (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  mco_code text NOT NULL REFERENCES mco (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  revision integer NOT NULL,
  sealed bytea NOT NULL,
  saved_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX waiting_answers_saved_at_idx ON waiting_answers (saved_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_answers TO portal_app;
