import { Router } from 'express';

/** The area's table of contents. */
export function administrationRouter(): Router {
  return Router();
}
