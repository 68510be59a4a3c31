-- The reference data is kept in the memory of each process. Every change of it, by whatever way, raises this number, by
-- which a process sees that what it keeps is old.
CREATE TABLE "reference_stamp" (
    "is_only" BOOLEAN NOT NULL DEFAULT true,
    "stamp" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "reference_stamp_pkey" PRIMARY KEY ("is_only"),
    CONSTRAINT "reference_stamp_is_one_row" CHECK (is_only)
);
INSERT INTO reference_stamp DEFAULT VALUES;

-- A change waits for those who write by the reference data as it is, and those who come after wait for the change.
CREATE FUNCTION reference_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7238002);
  UPDATE reference_stamp SET stamp = stamp + 1;
  RETURN NULL;
END $$;

-- Holds the reference data as it is until the transaction ends; gives its stamp.
CREATE FUNCTION hold_reference() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7238002);
  RETURN (SELECT stamp FROM reference_stamp);
END $$;

CREATE TRIGGER mco_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON mco
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER program_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON program
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER provider_type_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON provider_type
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER topic_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON topic
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER closure_reason_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON closure_reason
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER carc_hint_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON carc_hint
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER holiday_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON holiday
  FOR EACH ROW EXECUTE FUNCTION reference_changed();
CREATE TRIGGER policy_raises_the_stamp AFTER INSERT OR UPDATE OR DELETE ON policy
  FOR EACH ROW EXECUTE FUNCTION reference_changed();

-- An order of HFS that moves the deadlines of one kind, of all plans or of one.
CREATE TABLE "deadline_order" (
    "id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "mco_code" TEXT,
    "from_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "made_by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "undone_by_id" UUID,
    "undone_reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deadline_order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_moves_some_days" CHECK (days BETWEEN 1 AND 180),
    CONSTRAINT "order_is_undone_with_a_reason" CHECK (num_nulls(undone_at, undone_by_id, undone_reason) IN (0, 3))
);
ALTER TABLE "deadline_order" ADD CONSTRAINT "deadline_order_mco_code_fkey" FOREIGN KEY ("mco_code") REFERENCES "mco"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deadline_order" ADD CONSTRAINT "deadline_order_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deadline_order" ADD CONSTRAINT "deadline_order_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- That deadlines are to be counted anew: why, and who caused it.
CREATE TABLE "recount" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "order_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recount_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recount_has_a_cause" CHECK (cause IN ('holidays', 'order', 'undo')),
    CONSTRAINT "recount_names_its_order" CHECK ((cause = 'holidays') = (order_id IS NULL))
);
ALTER TABLE "recount" ADD CONSTRAINT "recount_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "deadline_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "recount_order_id_idx" ON "recount"("order_id");
CREATE INDEX recount_unfinished ON recount (started_at) WHERE finished_at IS NULL;

-- The complaints that a recount has not come to. Without a foreign key to the complaint: its check would lock every open
-- complaint at once, and none is ever deleted.
CREATE TABLE "recount_due" (
    "recount_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "recount_due_pkey" PRIMARY KEY ("recount_id","complaint_id")
);
ALTER TABLE "recount_due" ADD CONSTRAINT "recount_due_recount_id_fkey" FOREIGN KEY ("recount_id") REFERENCES "recount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which complaints an order moved.
CREATE INDEX history_entry_of_order ON history_entry ((facts ->> 'order')) WHERE move = 'shift-deadline';

GRANT SELECT, UPDATE ON reference_stamp TO portal_app;
GRANT SELECT, INSERT, UPDATE ON deadline_order, recount TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON recount_due TO portal_app;
GRANT DELETE ON holiday TO portal_app;
