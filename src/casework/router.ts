import { Router } from 'express';

/** The area's table of contents. */
export function caseworkRouter(): Router {
  return Router();
}
