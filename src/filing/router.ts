import { Router } from 'express';
import { may } from '../accounts/access.ts';
import { leadTo } from '../web/lead-to.ts';
import {
  DOCUMENTS_BY_ACCOUNT,
  FILING_BY_ACCOUNT,
  limit,
  MESSAGES_BY_ACCOUNT,
  MOVES_BY_ACCOUNT,
  SEARCHES_BY_ACCOUNT,
  UPLOADS_BY_ACCOUNT,
} from '../web/rate-limits.ts';
import { receiveSheet } from '../web/receive-sheet.ts';
import { receiveFiles, uploadInto } from '../web/upload-into.ts';
import { downloadFile, showComplaint } from './complaints/complaint.ts';
import { sendComplaintPdf, sendOwnDecision, sendReceipt } from './complaints/documents.ts';
import { showFiled } from './complaints/filed.ts';
import { messages } from './complaints/messages.ts';
import { answerUpload, complaintOfUpload, showMoreFiles } from './complaints/more-files.ts';
import { performMove, showMove } from './complaints/move.ts';
import { share, showSharing, unshare } from './complaints/sharing.ts';
import { showElsewhere } from './detours/elsewhere.ts';
import { ELSEWHERE } from './detours/elsewhere.view.ts';
import { sendFilingDays } from './detours/filing-days.ts';
import { showClosedWindow } from './detours/window.ts';
import { begin, showBegin } from './drafts/begin.ts';
import { resume } from './drafts/resume.ts';
import { saveSite, showSite } from './drafts/site.ts';
import {
  answerDraftUpload,
  downloadDraftFile,
  draftOfUpload,
  removeDraftFile,
  showDraftFiles,
} from './files/draft-files.ts';
import { saveColumns, showColumns } from './import/columns-page.ts';
import { downloadCsvTemplate, downloadRows, downloadXlsxTemplate } from './import/downloads.ts';
import { importCells, importFile, refuseForeignSheet, showPaste, showUpload } from './import/import-page.ts';
import { saveRows, showRows } from './import/rows-page.ts';
import { exportCsv, exportXlsx } from './list/export.ts';
import { searchMine, showMyComplaints, showSearchMine } from './list/my-complaints.ts';
import { fileComplaint, showCertify } from './steps/certify.ts';
import { showCheck } from './steps/check.ts';
import { saveStep, showStep } from './steps/step-page.ts';
import { QUESTIONS } from './steps/steps.ts';

const MAY_FILE = may('complaints.file');
const MAY_READ = may('complaints.read');
const SAVES = limit(FILING_BY_ACCOUNT);
const UPLOADS = limit(UPLOADS_BY_ACCOUNT);
const MOVES = limit(MOVES_BY_ACCOUNT);
const MESSAGES = limit(MESSAGES_BY_ACCOUNT);
const DOCUMENTS = limit(DOCUMENTS_BY_ACCOUNT);
const SEARCHES = limit(SEARCHES_BY_ACCOUNT);

/** The area's table of contents. */
export function filingRouter(): Router {
  const router = Router();
  router.get('/', MAY_READ, showMyComplaints);
  router.get('/export.csv', MAY_READ, exportCsv);
  router.get('/export.xlsx', MAY_READ, exportXlsx);
  router.get('/search', MAY_READ, showSearchMine);
  router.post('/search', MAY_READ, SEARCHES, searchMine);
  router.get('/new', MAY_FILE, showBegin);
  router.post('/new', MAY_FILE, SAVES, begin);

  router.get('/drafts/:id', MAY_FILE, resume);
  router.get('/drafts/:id/site', MAY_FILE, showSite);
  router.post('/drafts/:id/site', MAY_FILE, SAVES, saveSite);
  for (const step of QUESTIONS) {
    router.get(`/drafts/:id/${step.name}`, MAY_FILE, showStep(step));
    router.post(`/drafts/:id/${step.name}`, MAY_FILE, SAVES, saveStep(step));
  }
  router.get('/drafts/:id/claims/import', MAY_FILE, showUpload);
  router.post('/drafts/:id/claims/import', MAY_FILE, UPLOADS, refuseForeignSheet, receiveSheet, importFile);
  router.get('/drafts/:id/claims/paste', MAY_FILE, showPaste);
  router.post('/drafts/:id/claims/paste', MAY_FILE, UPLOADS, importCells);
  router.get('/drafts/:id/claims/import/columns', MAY_FILE, showColumns);
  router.post('/drafts/:id/claims/import/columns', MAY_FILE, UPLOADS, saveColumns);
  router.get('/drafts/:id/claims/import/rows', MAY_FILE, showRows);
  router.post('/drafts/:id/claims/import/rows', MAY_FILE, SAVES, saveRows);
  router.get('/drafts/:id/claims/import/rows.csv', MAY_FILE, downloadRows);
  router.get('/drafts/:id/claims/template.csv', MAY_FILE, downloadCsvTemplate);
  router.get('/drafts/:id/claims/template.xlsx', MAY_FILE, downloadXlsxTemplate);
  for (const place of ELSEWHERE) router.get(`/drafts/:id/${place}`, MAY_FILE, showElsewhere(place));
  router.get('/drafts/:id/too-early', MAY_FILE, showClosedWindow('too-early'));
  router.get('/drafts/:id/too-late', MAY_FILE, showClosedWindow('too-late'));
  router.get('/drafts/:id/filing-days.ics', MAY_FILE, sendFilingDays);
  router.get('/drafts/:id/files', MAY_FILE, showDraftFiles);
  router.post(
    '/drafts/:id/files',
    MAY_FILE,
    UPLOADS,
    uploadInto(draftOfUpload),
    receiveFiles,
    answerDraftUpload,
  );
  router.get('/drafts/:id/files/:file', MAY_FILE, downloadDraftFile);
  router.get('/drafts/:id/files/:file/remove', MAY_FILE, leadTo('..'));
  router.post('/drafts/:id/files/:file/remove', MAY_FILE, SAVES, removeDraftFile);
  router.get('/drafts/:id/check', MAY_FILE, showCheck);
  router.get('/drafts/:id/certify', MAY_FILE, showCertify);
  router.post('/drafts/:id/certify', MAY_FILE, SAVES, fileComplaint);

  router.get('/:reference', MAY_READ, showComplaint);
  router.get('/:reference/filed', MAY_READ, showFiled);
  router.get('/:reference/receipt.pdf', MAY_READ, DOCUMENTS, sendReceipt);
  router.get('/:reference/complaint.pdf', MAY_READ, DOCUMENTS, sendComplaintPdf);
  router.get('/:reference/decision.pdf', MAY_READ, DOCUMENTS, sendOwnDecision);
  router.get('/:reference/files', MAY_FILE, showMoreFiles);
  router.post(
    '/:reference/files',
    MAY_FILE,
    UPLOADS,
    uploadInto(complaintOfUpload),
    receiveFiles,
    answerUpload,
  );
  router.get('/:reference/files/:file', MAY_READ, downloadFile);
  router.get('/:reference/messages', MAY_READ, messages.show);
  router.post('/:reference/messages', MAY_FILE, MESSAGES, messages.begin, messages.receive, messages.send);
  router.get('/:reference/sharing', MAY_READ, showSharing);
  router.post('/:reference/sharing', MAY_FILE, SAVES, share);
  router.get('/:reference/sharing/end', MAY_FILE, leadTo('.'));
  router.post('/:reference/sharing/end', MAY_FILE, SAVES, unshare);
  router.get('/:reference/moves/:move', MAY_FILE, showMove);
  router.post('/:reference/moves/:move', MAY_FILE, MOVES, performMove);
  return router;
}
