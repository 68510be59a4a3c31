import type { Request, Response } from 'express';
import { readClocks } from '../../complaint/complaints.queries.ts';
import { renderPage } from '../../web/rendering.ts';
import { filedView } from './filed.view.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** The confirmation after filing. Once HFS has done something, the complaint's own page says more. */
export async function showFiled(req: Request, res: Response): Promise<void> {
  const own = await loadComplaint(req);
  const { complaint } = own;
  if (complaint.status !== 'submitted') return res.redirect(303, complaintHref(complaint));
  renderPage(res, 'filing/filed', filedView(own, await readClocks(complaint)));
}
