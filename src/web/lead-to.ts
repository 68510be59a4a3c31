import type { RequestHandler } from 'express';

/**
 * For opening an address that only takes a form, as after signing in anew, or by a copied address: leads to the page that
 * has the form, with the same query.
 * @param page relative to the address: `.` is the page above it, `check` the one beside it
 */
export function leadTo(page: string): RequestHandler {
  return (req, res) => {
    const asked = new URL(req.originalUrl, 'http://portal');
    const { pathname } = new URL(page, asked);
    res.redirect(303, `${pathname.replace(/\/$/, '')}${asked.search}`);
  };
}
