import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import { pool } from '../platform/database/database.ts';
import { log } from '../platform/log.ts';

/** A session that lies unused this long ends (45 CFR 164.312(a)(2)(iii), automatic logoff). */
export const IDLE_SECONDS = 15 * 60;
/** However busy, a session ends after a working day. */
export const LIFETIME_SECONDS = 12 * 60 * 60;

const PRUNE_SECONDS = 15 * 60;

export interface SessionSettings {
  readonly secret: string;
  readonly isHttps: boolean;
}

/** Sessions in PostgreSQL. The cookie holds a signed random id and nothing else. */
export function sessions(settings: SessionSettings): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: settings.isHttps ? '__Host-portal' : 'portal',
    secret: settings.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: settings.isHttps,
      path: '/',
      maxAge: IDLE_SECONDS * 1000,
    },
    store: new Store({
      pool: pool(),
      tableName: 'session',
      pruneSessionInterval: PRUNE_SECONDS,
      errorLog: () => log.warn({}, 'expired sessions could not be removed'),
    }),
  });
}
