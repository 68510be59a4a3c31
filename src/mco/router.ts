import { Router } from 'express';

/** The area's table of contents. */
export function mcoRouter(): Router {
  return Router();
}
