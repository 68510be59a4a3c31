-- On which morning in Chicago a warning was owed: a returned complaint is closed only after a reminder.
ALTER TABLE "clock_warning" ADD COLUMN "told_on" DATE;
UPDATE "clock_warning" SET "told_on" = ("created_at" AT TIME ZONE 'America/Chicago')::date;
ALTER TABLE "clock_warning" ALTER COLUMN "told_on" SET NOT NULL;
-- Whether a recount has still to come to a complaint is asked before it is closed.
CREATE INDEX "recount_due_complaint_id_idx" ON "recount_due"("complaint_id");
