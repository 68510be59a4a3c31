-- That a billing agent files for a provider, within days, until the provider ends it.
CREATE TABLE "billing_authorization" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "granted_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "billing_authorization_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agent_is_another" CHECK (provider_id <> agent_id),
    CONSTRAINT "authorization_begins_before_it_ends" CHECK (ends_on >= starts_on)
);
CREATE UNIQUE INDEX "billing_authorization_provider_id_agent_id_key" ON "billing_authorization"("provider_id", "agent_id");
CREATE UNIQUE INDEX "billing_authorization_id_provider_id_key" ON "billing_authorization"("id", "provider_id");
CREATE INDEX "billing_authorization_agent_id_idx" ON "billing_authorization"("agent_id");
ALTER TABLE "billing_authorization" ADD CONSTRAINT "billing_authorization_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_authorization" ADD CONSTRAINT "billing_authorization_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_authorization" ADD CONSTRAINT "billing_authorization_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A complaint says by what a billing agent stands for its provider, and only by what that provider gave.
ALTER TABLE "complaint" ADD COLUMN "authorization_id" UUID;
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_authorization_id_organization_id_fkey" FOREIGN KEY ("authorization_id", "organization_id") REFERENCES "billing_authorization"("id", "provider_id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX complaint_authorization ON complaint (authorization_id) WHERE authorization_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON billing_authorization TO portal_app;
