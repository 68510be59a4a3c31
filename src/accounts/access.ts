import type { Request, RequestHandler, Response } from 'express';
import type { Actor, Role } from '../complaint/actor.ts';
import { Forbidden, SignInNeeded } from '../platform/errors.ts';
import type { Account } from './accounts.queries.ts';
import { asActor, originOf } from './origin.ts';

const STAFF = ['analyst', 'supervisor'] as const;

/** Who may do what. Every route names one of these; which complaints somebody sees is `partyOf`'s to say. */
const PERMISSIONS = {
  public: 'everyone',
  'signed-in': ['representative', 'analyst', 'supervisor', 'administrator', 'privacy_officer', 'liaison'],
  'complaints.read': ['representative'],
  'complaints.file': ['representative'],
  'organizations.read': ['representative'],
  'organizations.manage': ['representative'],
  'casework.read': STAFF,
  'casework.work': STAFF,
  'mco.read': ['liaison'],
  'mco.answer': ['liaison'],
  'issues.read': STAFF,
  'issues.work': STAFF,
  'plan-issues.read': ['liaison'],
  'plan-issues.answer': ['liaison'],
  'audit.read': ['privacy_officer'],
  'deadlines.manage': ['administrator'],
  'plans.manage': ['administrator'],
} as const satisfies Record<string, 'everyone' | readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Where each role's work begins. */
export const HOME_OF_ROLE: Readonly<Record<Role, string>> = {
  representative: '/complaints',
  analyst: '/casework',
  supervisor: '/casework',
  administrator: '/administration/holidays',
  privacy_officer: '/administration/audit',
  liaison: '/mco',
};

/** Whether a role (null: nobody is signed in) has a permission. */
export function hasPermission(role: Role | null, permission: Permission): boolean {
  const roles: 'everyone' | readonly Role[] = PERMISSIONS[permission];
  return roles === 'everyone' || (role !== null && roles.includes(role));
}

const permissionOf = new WeakMap<RequestHandler, Permission>();

/**
 * Lets a request through if its account has the permission. Nobody signed in: to the sign-in page, and back.
 * @throws SignInNeeded, Forbidden
 */
export function may(permission: Permission): RequestHandler {
  const guard: RequestHandler = (req, res, next) => {
    const role = req.user?.role ?? null;
    if (hasPermission(role, permission)) return next();
    if (role !== null) throw new Forbidden('Your account is for other work. If you need this page, ask HFS.');
    if (req.method !== 'GET') throw new SignInNeeded('Your session has ended. What you saved is kept.');
    res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`);
  };
  permissionOf.set(guard, permission);
  return guard;
}

/** The permission that a handler demands, if it is such a guard. For the test that every route has one. */
export function permissionDemanded(handler: RequestHandler): Permission | null {
  return permissionOf.get(handler) ?? null;
}

/**
 * The signed-in account. Only behind `may` with a permission that is not public.
 * @throws SignInNeeded
 */
export function accountOf(req: Request): Account {
  if (!req.user) throw new SignInNeeded('Sign in to go on.');
  return req.user;
}

/** The signed-in account as the one who acts, with what the audit log keeps of the request. */
export function actorOf(req: Request, _res?: Response): Actor {
  return asActor(accountOf(req), originOf(req));
}
