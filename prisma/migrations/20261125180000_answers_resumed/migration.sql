-- What a plan answers many complaints of an issue, kept with each until that is answered: what a request leaves, a job
-- goes on with. Encrypted under the complaint's key.
ALTER TABLE "issue_answer_item" ADD COLUMN "given" BYTEA;
UPDATE issue_answer_item SET state = 'left', reason = 'It was not reached.' WHERE state = 'waiting';
ALTER TABLE "issue_answer_item" ADD CONSTRAINT "what_waits_holds_its_answer" CHECK ((state = 'waiting') = (given IS NOT NULL));
-- What is still to be done.
CREATE INDEX issue_answer_item_waiting ON issue_answer_item (answer_id, position) WHERE state = 'waiting';
