-- Who registered an organization administers it; whoever is removed from one keeps no way in.
CREATE TYPE "OrganizationRole" AS ENUM ('administrator', 'member');
ALTER TABLE "account" ADD COLUMN "organization_role" "OrganizationRole", ADD COLUMN "removed_at" TIMESTAMPTZ;
UPDATE account SET organization_role = 'administrator' WHERE role = 'representative';
ALTER TABLE "account" ADD CONSTRAINT "representative_has_a_part_in_the_organization" CHECK (
  (role = 'representative') = (organization_role IS NOT NULL)
);
ALTER TABLE "account" ADD CONSTRAINT "removed_account_is_suspended" CHECK (removed_at IS NULL OR status = 'suspended');
CREATE INDEX "account_organization_id_idx" ON "account"("organization_id");
