-- HFS confirms each registration before anything is filed under it. Those that are there were in use already.
CREATE TYPE "OrganizationStanding" AS ENUM ('pending', 'confirmed', 'refused');
ALTER TABLE "organization"
  ADD COLUMN "standing" "OrganizationStanding" NOT NULL DEFAULT 'pending',
  ADD COLUMN "standing_at" TIMESTAMPTZ,
  ADD COLUMN "standing_by_id" UUID,
  ADD COLUMN "standing_reason" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
UPDATE organization SET standing = 'confirmed', standing_at = date_trunc('milliseconds', CURRENT_TIMESTAMP);
ALTER TABLE "organization" ADD CONSTRAINT "organization_standing_by_id_fkey" FOREIGN KEY ("standing_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "organization" ADD CONSTRAINT "organization_standing_is_explained" CHECK (
  (standing = 'pending') = (standing_at IS NULL) AND (standing = 'refused') = (standing_reason IS NOT NULL)
);
CREATE INDEX organization_pending ON organization (created_at, id) WHERE standing = 'pending';
CREATE INDEX organization_decided ON organization (standing_at DESC, id DESC) WHERE standing <> 'pending';

-- A site that was added or enrolled anew after the confirmation is shown to HFS until somebody has looked at it.
ALTER TABLE "site" ADD COLUMN "checked_at" TIMESTAMPTZ;
UPDATE site SET checked_at = CURRENT_TIMESTAMP;
CREATE INDEX site_unchecked ON site (organization_id) WHERE checked_at IS NULL AND closed_at IS NULL;

-- The list of enrolled providers as it was last imported, to compare registrations with.
CREATE TABLE "enrolled_provider" (
    "hfs_provider_id" TEXT NOT NULL,
    "npi" TEXT,
    "name" TEXT NOT NULL,
    "provider_type_code" TEXT NOT NULL,
    "active_from" DATE NOT NULL,
    "active_to" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolled_provider_pkey" PRIMARY KEY ("hfs_provider_id", "active_from")
);
CREATE INDEX "enrolled_provider_npi_idx" ON "enrolled_provider"("npi");

-- A list that came from elsewhere is no record: the next one takes its place.
GRANT SELECT, INSERT, DELETE ON enrolled_provider TO portal_app;
