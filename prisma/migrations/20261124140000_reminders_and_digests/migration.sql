-- Which mails an account wants, and how. No row: at once.
CREATE TYPE "NoticeChoice" AS ENUM ('at_once', 'digest', 'off');
CREATE TABLE notice_preference (
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  choice "NoticeChoice" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT notice_preference_pkey PRIMARY KEY (account_id, kind)
);

-- A notice that waits for its recipient's daily digest, and the digest, itself a notice, that carries it.
ALTER TABLE notice ADD COLUMN in_digest boolean NOT NULL DEFAULT false;
ALTER TABLE notice ADD COLUMN digest_id uuid REFERENCES notice (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE notice ADD CONSTRAINT only_digested_notices_are_in_one CHECK (in_digest OR digest_id IS NULL);

-- The notices that a worker has to send by themselves, and those that a digest has to gather.
DROP INDEX notice_pending;
CREATE INDEX notice_pending ON notice (next_attempt_at) WHERE state IN ('owed', 'sending') AND NOT in_digest;
CREATE INDEX notice_gathering ON notice (next_attempt_at) WHERE state = 'owed' AND in_digest AND digest_id IS NULL;
CREATE INDEX notice_digest_id_idx ON notice (digest_id) WHERE digest_id IS NOT NULL;

-- What was sent to an account, newest first.
CREATE INDEX notice_recipient_id_id_idx ON notice (recipient_id, id DESC);

-- Days on which somebody is reminded that a complaint can be filed: of a draft, or of a plan that they asked about.
CREATE TYPE "ReminderState" AS ENUM ('waiting', 'done', 'withdrawn', 'dropped');
CREATE TABLE reminder (
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  complaint_id uuid REFERENCES complaint (id) ON DELETE CASCADE ON UPDATE CASCADE,
  mco_code text REFERENCES mco (code) ON DELETE SET NULL ON UPDATE CASCADE,
  due_on date NOT NULL,
  last_on date NOT NULL,
  state "ReminderState" NOT NULL DEFAULT 'waiting',
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reminder_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_comes_within_its_window CHECK (due_on <= last_on)
);
CREATE UNIQUE INDEX reminder_of_draft ON reminder (complaint_id, due_on) WHERE complaint_id IS NOT NULL;
CREATE UNIQUE INDEX reminder_asked_for ON reminder (account_id, mco_code, due_on) WHERE complaint_id IS NULL;
CREATE INDEX reminder_waiting ON reminder (due_on) WHERE state = 'waiting';
CREATE INDEX reminder_account_id_idx ON reminder (account_id);

GRANT SELECT, INSERT, UPDATE ON notice_preference, reminder TO portal_app;
