import { answerAll } from '../../../src/complaint/issues/answer-all.ts';
import { connectDatabase } from '../../../src/platform/database/database.ts';
import { fileKeyProvider } from '../../../src/platform/encryption/file-key-provider.ts';
import { loadInstallationKeys } from '../../../src/platform/encryption/installation-keys.queries.ts';
import { setKeyProvider } from '../../../src/platform/encryption/key-provider.ts';
import { anAnswer } from './support.ts';

/**
 * A process of its own that answers complaints of an issue, so that it can be killed on the way: started by
 * answer-cut.test.ts, which names the actor, the issue, the answer's id and the complaints.
 */
const [, , databaseUrl = '', keyFile = '', asked = ''] = process.argv;
const { actor, issue, id, chosen } = JSON.parse(asked);

connectDatabase(databaseUrl);
setKeyProvider(await fileKeyProvider(keyFile));
await loadInstallationKeys();
await answerAll(actor, issue, { id, answer: anAnswer(), chosen });
process.exit();
