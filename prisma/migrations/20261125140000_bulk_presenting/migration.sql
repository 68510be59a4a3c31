-- Complaints that somebody at HFS presents many at once.
CREATE TABLE "bulk_presenting" (
    "id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_presenting_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "bulk_presenting" ADD CONSTRAINT "bulk_presenting_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "bulk_presenting_made_by_id_made_at_idx" ON "bulk_presenting"("made_by_id", "made_at" DESC);

-- What becomes of each of them. Without a foreign key to the complaint: its check would wait for whoever has one of them
-- in hand, and none is ever deleted.
CREATE TABLE "bulk_presenting_item" (
    "bulk_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_seen" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "presented_version" INTEGER,
    "taken_back_by_id" UUID,
    "taken_back_words" BYTEA,
    "settled_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_presenting_item_pkey" PRIMARY KEY ("bulk_id","complaint_id"),
    CONSTRAINT "bulk_presenting_item_has_a_state" CHECK (state IN ('waiting', 'presented', 'refused', 'taking_back', 'taken_back')),
    CONSTRAINT "what_is_refused_says_why" CHECK (state <> 'refused' OR reason IS NOT NULL),
    CONSTRAINT "what_was_presented_has_a_version" CHECK (state IN ('waiting', 'refused') OR presented_version IS NOT NULL),
    CONSTRAINT "what_is_taken_back_says_by_whom_and_why" CHECK (
      state NOT IN ('taking_back', 'taken_back') OR num_nulls(taken_back_by_id, taken_back_words) = 0)
);
ALTER TABLE "bulk_presenting_item" ADD CONSTRAINT "bulk_presenting_item_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_presenting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bulk_presenting_item" ADD CONSTRAINT "bulk_presenting_item_taken_back_by_id_fkey" FOREIGN KEY ("taken_back_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What is still to be done.
CREATE INDEX bulk_presenting_item_unsettled ON bulk_presenting_item (bulk_id, position) WHERE state IN ('waiting', 'taking_back');

-- Two complaints that HFS has linked; for a duplicate, from it to the one that goes on. Ended, and never deleted. Without
-- foreign keys to the complaints, for the same reason: of two people who each close one as a duplicate of the other, each
-- would wait for the complaint that the other has in hand.
CREATE TABLE "complaint_link" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "made_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    "ended_by_id" UUID,

    CONSTRAINT "complaint_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "complaint_link_has_a_kind" CHECK (kind IN ('same_matter', 'duplicate')),
    CONSTRAINT "complaint_link_joins_two" CHECK (from_id <> to_id),
    CONSTRAINT "complaint_link_is_ended_by_somebody" CHECK (num_nulls(ended_at, ended_by_id) IN (0, 2))
);
ALTER TABLE "complaint_link" ADD CONSTRAINT "complaint_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complaint_link" ADD CONSTRAINT "complaint_link_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "complaint_link_from_id_idx" ON "complaint_link"("from_id");
CREATE INDEX "complaint_link_to_id_idx" ON "complaint_link"("to_id");
-- Of a kind, one link joins two complaints at a time, in whichever direction.
CREATE UNIQUE INDEX complaint_link_in_force ON complaint_link (LEAST(from_id, to_id), GREATEST(from_id, to_id), kind)
  WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON bulk_presenting TO portal_app;
GRANT SELECT, INSERT, UPDATE ON bulk_presenting_item, complaint_link TO portal_app;
