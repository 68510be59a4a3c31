import { Router } from 'express';

/** The area's table of contents. */
export function filingRouter(): Router {
  return Router();
}
