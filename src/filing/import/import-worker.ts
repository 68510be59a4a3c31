import { parentPort, workerData } from 'node:worker_threads';
import { doImportJob } from './import-job.ts';

parentPort?.postMessage(doImportJob(workerData));
