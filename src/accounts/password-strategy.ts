import { Strategy } from 'passport-local';
import { checkCredentials } from './credentials.ts';
import { originOf } from './origin.ts';

/** Signing in with an e-mail address and a password. */
export function passwordStrategy(): Strategy {
  return new Strategy({ usernameField: 'email', passReqToCallback: true }, (req, email, password, done) => {
    checkCredentials(email, password, originOf(req)).then((account) => done(null, account ?? false), done);
  });
}
