-- What was warned of: once for each stage of each deadline. A deadline that is moved is another.
CREATE TABLE "clock_warning" (
    "complaint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clock_warning_pkey" PRIMARY KEY ("complaint_id","kind","started_on","due_on","stage")
);
ALTER TABLE "clock_warning" ADD CONSTRAINT "clock_warning_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
GRANT SELECT, INSERT ON clock_warning TO portal_app;
