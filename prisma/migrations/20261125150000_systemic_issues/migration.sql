-- Systemic issues: complaints about one plan that have one cause.
CREATE SEQUENCE issue_number;

CREATE TABLE "issue" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "mco_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "plan_due_on" DATE,
    "plan_version" INTEGER NOT NULL DEFAULT 0,
    "accepted_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "issue_has_a_status" CHECK (status IN ('open', 'closed')),
    CONSTRAINT "closed_issue_has_a_date" CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT "plan_is_asked_before_its_answer" CHECK (asked_at IS NOT NULL OR num_nonnulls(plan_due_on, accepted_at) = 0)
);
CREATE UNIQUE INDEX "issue_reference_key" ON "issue"("reference");
CREATE INDEX "issue_mco_code_status_idx" ON "issue"("mco_code", "status");
ALTER TABLE "issue" ADD CONSTRAINT "issue_mco_code_fkey" FOREIGN KEY ("mco_code") REFERENCES "mco"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "issue" ADD CONSTRAINT "issue_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION refuse_other_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an issue keeps its plan and its number' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER issue_keeps_its_plan BEFORE UPDATE OF mco_code, reference ON issue FOR EACH ROW
  WHEN (OLD.mco_code <> NEW.mco_code OR OLD.reference <> NEW.reference) EXECUTE FUNCTION refuse_other_plan();

-- A complaint that belongs to an issue; ended, and never deleted. It holds the complaint as long as it is not ended and
-- the issue is open. Without a foreign key to the complaint: its check would wait for whoever has one of several in
-- hand, and no filed complaint is ever deleted.
CREATE TABLE "issue_link" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "holds" BOOLEAN NOT NULL DEFAULT true,
    "linked_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "what_is_ended_holds_nothing" CHECK (ended_at IS NULL OR NOT holds)
);
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "issue_link_issue_id_idx" ON "issue_link"("issue_id");
CREATE INDEX "issue_link_complaint_id_idx" ON "issue_link"("complaint_id");
-- A complaint belongs to one open issue at most.
CREATE UNIQUE INDEX issue_link_holds ON issue_link (complaint_id) WHERE holds;

-- The plan's action plan, step by step.
CREATE TABLE "issue_step" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_step_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_step" ADD CONSTRAINT "issue_step_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "issue_step_issue_id_idx" ON "issue_step"("issue_id");

-- What was done with an issue, by whom.
CREATE TABLE "issue_event" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "words" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_event_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_event" ADD CONSTRAINT "issue_event_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "issue_event_issue_id_at_idx" ON "issue_event"("issue_id", "at");
CREATE TRIGGER issue_event_is_append_only BEFORE UPDATE OR DELETE ON issue_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issue_event_is_not_truncated BEFORE TRUNCATE ON issue_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One answer of the plan to many complaints of an issue, and what became of each. What it says is in their histories.
CREATE TABLE "issue_answer" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_answer_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_answer" ADD CONSTRAINT "issue_answer_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "issue_answer" ADD CONSTRAINT "issue_answer_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "issue_answer_issue_id_idx" ON "issue_answer"("issue_id");

CREATE TABLE "issue_answer_item" (
    "answer_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_seen" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_answer_item_pkey" PRIMARY KEY ("answer_id","complaint_id"),
    CONSTRAINT "issue_answer_item_has_a_state" CHECK (state IN ('waiting', 'answered', 'left')),
    CONSTRAINT "what_is_left_says_why" CHECK ((state = 'left') = (reason IS NOT NULL))
);
ALTER TABLE "issue_answer_item" ADD CONSTRAINT "issue_answer_item_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "issue_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Mail about an issue.
ALTER TABLE "notice" ADD COLUMN "issue_id" UUID;
ALTER TABLE "notice" ADD CONSTRAINT "notice_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT USAGE ON SEQUENCE issue_number TO portal_app;
GRANT SELECT, INSERT ON issue_event, issue_answer TO portal_app;
GRANT SELECT, INSERT, UPDATE ON issue, issue_link, issue_step, issue_answer_item TO portal_app;
