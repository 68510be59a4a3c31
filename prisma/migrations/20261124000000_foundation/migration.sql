-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('representative', 'analyst', 'supervisor', 'administrator', 'privacy_officer', 'liaison');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('invited', 'unconfirmed', 'active', 'suspended');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('confirm_email', 'reset_password', 'accept_invitation');

-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('receiving', 'waiting', 'released', 'refused');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('draft', 'submitted', 'returned', 'with_mco', 'proposed', 'closed');

-- CreateEnum
CREATE TYPE "IndexKind" AS ENUM ('rin', 'claim_number', 'tracking_number');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('owed', 'sending', 'sent', 'unconfirmed', 'failed');

-- CreateEnum
CREATE TYPE "CountsAs" AS ENUM ('ineligible', 'resolved', 'withdrawn');

-- CreateEnum
CREATE TYPE "ClosureStage" AS ENUM ('intake', 'mco', 'review', 'any');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "npi" TEXT,
    "hfs_provider_id" TEXT,
    "provider_type_code" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "is_billing_agent" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "role" "Role" NOT NULL,
    "status" "AccountStatus" NOT NULL,
    "password_hash" TEXT,
    "organization_id" UUID,
    "mco_code" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "last_sign_in_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" VARCHAR NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "state" "AttachmentState" NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "description" BYTEA,
    "uploaded_by_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_chunk" (
    "attachment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id","position")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "organization_id" UUID,
    "acting_for_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "complaint_id" UUID,
    "changes" JSONB NOT NULL,
    "request_id" TEXT,
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "number" INTEGER,
    "reference" TEXT,
    "status" "Status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "organization_id" UUID NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "provider_type_code" TEXT NOT NULL,
    "mco_code" TEXT,
    "program_code" TEXT,
    "topic_code" TEXT,
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "document" BYTEA,
    "policy_version" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ,
    "presented_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "closure_reason_code" TEXT,
    "assignee_id" UUID,
    "due_on" DATE,
    "due_clock" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_key" (
    "complaint_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "complaint_key_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateTable
CREATE TABLE "installation_key" (
    "purpose" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_key_pkey" PRIMARY KEY ("purpose")
);

-- CreateTable
CREATE TABLE "index_entry" (
    "complaint_id" UUID NOT NULL,
    "kind" "IndexKind" NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "index_entry_pkey" PRIMARY KEY ("complaint_id","kind","digest")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "from_status" "Status" NOT NULL,
    "to_status" "Status" NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "words" BYTEA,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "complaint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "ended_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("complaint_id","kind","started_on")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "complaint_id" UUID,
    "link_id" UUID,
    "state" "NoticeState" NOT NULL DEFAULT 'owed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ NOT NULL,
    "leased_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mco" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "programs" TEXT[],
    "region" TEXT NOT NULL,
    "active_from" DATE NOT NULL,
    "active_to" DATE,
    "successor_code" TEXT,
    "tracking_number_pattern" TEXT,
    "tracking_number_hint" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mco_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "program" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active_from" DATE NOT NULL,
    "active_to" DATE,
    "medicaid_portion_only" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "provider_type" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reporting_group" TEXT NOT NULL,
    "atypical" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_type_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "topic" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "category_name" TEXT NOT NULL,
    "disputed_claim" BOOLEAN NOT NULL,
    "member_required" BOOLEAN NOT NULL,
    "urgent_possible" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "closure_reason" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "counts_as" "CountsAs" NOT NULL,
    "outcome" TEXT,
    "after" "ClosureStage" NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "closure_reason_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "holiday" (
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "carc_hint" (
    "carc" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "topic_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "carc_hint_pkey" PRIMARY KEY ("carc")
);

-- CreateTable
CREATE TABLE "policy" (
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_link_account_id_purpose_idx" ON "account_link"("account_id", "purpose");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- CreateIndex
CREATE INDEX "attachment_complaint_id_idx" ON "attachment"("complaint_id");

-- CreateIndex
CREATE INDEX "audit_event_complaint_id_id_idx" ON "audit_event"("complaint_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_reference_key" ON "complaint"("reference");

-- CreateIndex
CREATE INDEX "complaint_filed_by_id_status_idx" ON "complaint"("filed_by_id", "status");

-- CreateIndex
CREATE INDEX "complaint_mco_code_status_idx" ON "complaint"("mco_code", "status");

-- CreateIndex
CREATE INDEX "complaint_submitted_at_idx" ON "complaint"("submitted_at");

-- CreateIndex
CREATE INDEX "index_entry_kind_digest_idx" ON "index_entry"("kind", "digest");

-- CreateIndex
CREATE INDEX "history_entry_complaint_id_at_idx" ON "history_entry"("complaint_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_dedupe_key_key" ON "notice"("dedupe_key");

-- CreateIndex
CREATE INDEX "notice_complaint_id_idx" ON "notice"("complaint_id");

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_provider_type_code_fkey" FOREIGN KEY ("provider_type_code") REFERENCES "provider_type"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_mco_code_fkey" FOREIGN KEY ("mco_code") REFERENCES "mco"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_provider_type_code_fkey" FOREIGN KEY ("provider_type_code") REFERENCES "provider_type"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_mco_code_fkey" FOREIGN KEY ("mco_code") REFERENCES "mco"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "program"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_topic_code_fkey" FOREIGN KEY ("topic_code") REFERENCES "topic"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_closure_reason_code_fkey" FOREIGN KEY ("closure_reason_code") REFERENCES "closure_reason"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_policy_version_fkey" FOREIGN KEY ("policy_version") REFERENCES "policy"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_key" ADD CONSTRAINT "complaint_key_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "account_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mco" ADD CONSTRAINT "mco_successor_code_fkey" FOREIGN KEY ("successor_code") REFERENCES "mco"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- Numbers of references, in order of submission.
CREATE SEQUENCE complaint_number START 1;

-- The queues: urgent first, then by due date, among the open only.
CREATE INDEX complaint_queue ON complaint ((NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('submitted', 'returned', 'with_mco', 'proposed');
CREATE INDEX complaint_queue_assigned ON complaint (assignee_id, (NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('submitted', 'returned', 'with_mco', 'proposed');
CREATE INDEX complaint_queue_mco ON complaint (mco_code, (NOT is_urgent), (COALESCE(due_on, 'infinity'::date)), id)
  WHERE status IN ('with_mco', 'proposed');

-- The closed, newest first.
CREATE INDEX complaint_closed ON complaint (closed_at DESC, id DESC) WHERE status = 'closed';
CREATE INDEX complaint_closed_mco ON complaint (mco_code, closed_at DESC, id DESC)
  WHERE status = 'closed' AND presented_at IS NOT NULL;

-- The notices that a worker has to look at.
CREATE INDEX notice_pending ON notice (next_attempt_at) WHERE state IN ('owed', 'sending');

-- Uploads and scans that are not finished.
CREATE INDEX attachment_unfinished ON attachment (created_at) WHERE state IN ('receiving', 'waiting');

-- A complaint past the draft has all that filing gives it.
ALTER TABLE complaint ADD CONSTRAINT filed_complaint_is_whole CHECK (
  status = 'draft' OR (
    number IS NOT NULL AND reference IS NOT NULL AND submitted_at IS NOT NULL AND document IS NOT NULL
    AND mco_code IS NOT NULL AND program_code IS NOT NULL AND topic_code IS NOT NULL
  )
);
ALTER TABLE complaint ADD CONSTRAINT closed_complaint_has_reason CHECK (
  (status = 'closed') = (closed_at IS NOT NULL AND closure_reason_code IS NOT NULL)
);
ALTER TABLE account ADD CONSTRAINT account_belongs_where_its_role_does CHECK (
  (role = 'representative') = (organization_id IS NOT NULL) AND (role = 'liaison') = (mco_code IS NOT NULL)
);
ALTER TABLE organization ADD CONSTRAINT organization_is_identified CHECK (
  npi IS NOT NULL OR hfs_provider_id IS NOT NULL
);

-- What has happened stays written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER history_entry_is_append_only BEFORE UPDATE OR DELETE ON history_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER history_entry_is_not_truncated BEFORE TRUNCATE ON history_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The application's role. Whoever migrates may take it on; a login of the application's own is made a member of it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
DO $$
BEGIN
  IF NOT pg_has_role(CURRENT_USER, 'portal_app', 'MEMBER') THEN
    EXECUTE format('GRANT portal_app TO %I', CURRENT_USER);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT UPDATE ON
  mco, program, provider_type, topic, closure_reason, holiday, carc_hint, organization, account, account_link,
  session, rate_limit, complaint, complaint_key, installation_key, clock, attachment, notice
  TO portal_app;
-- Nothing that was filed is ever deleted; only what is no record: sessions, counters, search digests, deadlines that
-- are computed anew, and files that were taken out of a draft or never arrived whole.
GRANT DELETE ON session, rate_limit, index_entry, clock, attachment, attachment_chunk TO portal_app;
