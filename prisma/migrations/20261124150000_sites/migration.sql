-- What an organization is enrolled as stands on its sites: every organization has had one so far.
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "npi" TEXT,
    "hfs_provider_id" TEXT,
    "provider_type_code" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "site_is_identified" CHECK (npi IS NOT NULL OR hfs_provider_id IS NOT NULL)
);
CREATE UNIQUE INDEX "site_id_organization_id_key" ON "site"("id", "organization_id");
CREATE INDEX "site_organization_id_idx" ON "site"("organization_id");
ALTER TABLE "site" ADD CONSTRAINT "site_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "site" ADD CONSTRAINT "site_provider_type_code_fkey" FOREIGN KEY ("provider_type_code") REFERENCES "provider_type"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO site (id, organization_id, name, npi, hfs_provider_id, provider_type_code, county, created_at)
SELECT gen_random_uuid(), id, name, npi, hfs_provider_id, provider_type_code, county, created_at FROM organization;

-- A complaint is about a site of the organization that it is filed for, and of no other.
ALTER TABLE "complaint" ADD COLUMN "site_id" UUID;
UPDATE complaint SET site_id = site.id FROM site WHERE site.organization_id = complaint.organization_id;
ALTER TABLE "complaint" ALTER COLUMN "site_id" SET NOT NULL;
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_site_id_organization_id_fkey" FOREIGN KEY ("site_id", "organization_id") REFERENCES "site"("id", "organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "organization" DROP COLUMN "npi", DROP COLUMN "hfs_provider_id", DROP COLUMN "provider_type_code", DROP COLUMN "county";

GRANT SELECT, INSERT, UPDATE ON site TO portal_app;
