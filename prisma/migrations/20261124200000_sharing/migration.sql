-- Who stands for the provider now; who filed stays written beside it.
ALTER TABLE "complaint" ADD COLUMN "representative_id" UUID;
UPDATE complaint SET representative_id = filed_by_id;
ALTER TABLE "complaint" ALTER COLUMN "representative_id" SET NOT NULL;
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "complaint_representative_id_status_idx" ON "complaint"("representative_id", "status");
DROP INDEX "complaint_filed_by_id_status_idx";
DROP INDEX complaint_filed_by_number;
CREATE INDEX complaint_representative_number ON complaint (representative_id, number DESC) WHERE status <> 'draft';
CREATE INDEX "complaint_organization_id_id_idx" ON "complaint"("organization_id", "id" DESC);

-- A complaint that its representative lets a colleague see and work on.
CREATE TABLE "complaint_share" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "shared_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    "ended_by_id" UUID,

    CONSTRAINT "complaint_share_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ended_share_was_ended_by_somebody" CHECK ((ended_at IS NULL) = (ended_by_id IS NULL))
);
CREATE UNIQUE INDEX complaint_share_once ON complaint_share (complaint_id, account_id) WHERE ended_at IS NULL;
CREATE INDEX complaint_share_account ON complaint_share (account_id) WHERE ended_at IS NULL;
CREATE INDEX "complaint_share_complaint_id_idx" ON "complaint_share"("complaint_id");
ALTER TABLE "complaint_share" ADD CONSTRAINT "complaint_share_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint_share" ADD CONSTRAINT "complaint_share_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint_share" ADD CONSTRAINT "complaint_share_shared_by_id_fkey" FOREIGN KEY ("shared_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint_share" ADD CONSTRAINT "complaint_share_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A complaint that an administrator of the organization gave to another of its people. It stays written.
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "hand_over_complaint_id_idx" ON "hand_over"("complaint_id");
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER hand_over_is_append_only BEFORE UPDATE OR DELETE ON hand_over
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_over_is_not_truncated BEFORE TRUNCATE ON hand_over
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A share can be ended, once, and is never begun again or taken out.
CREATE TRIGGER ended_share_stays BEFORE UPDATE ON complaint_share FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER complaint_share_stays BEFORE DELETE ON complaint_share
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON hand_over TO portal_app;
GRANT SELECT, INSERT, UPDATE ON complaint_share TO portal_app;
