import express, { type ErrorRequestHandler, type Express } from 'express';
import { z } from 'zod';
import { sendAttachment } from '../../src/attachments/download.ts';
import { uploadFiles, uploadOutcome } from '../../src/attachments/receive.ts';
import type { UploadTarget } from '../../src/attachments/receive-file.ts';

const Body = z.object({ _csrf: z.string().optional() });

/** A bare app that takes and gives files for one complaint. The right token is "right". */
export function uploadApp(target: () => UploadTarget): Express {
  const app = express();
  const upload = uploadFiles({
    field: 'files',
    checkToken: (req) => Body.parse(req.body)._csrf === 'right',
    target,
  });
  app.post('/files', upload, (req, res) => {
    res.json({ ...uploadOutcome(req), fields: req.body });
  });
  app.get('/files/:id', (req, res) => {
    const { complaintId, actor } = target();
    return sendAttachment(res, { complaintId, attachmentId: req.params.id, actor });
  });
  const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
    res.status(500).json({ error: error.name, message: error.message });
  };
  app.use(answerError);
  return app;
}
