import express, { type Express } from 'express';
import { may } from './accounts/access.ts';
import { setUpAuthentication } from './accounts/passport.ts';
import { accountsRouter } from './accounts/router.ts';
import { administrationRouter } from './administration/router.ts';
import { caseworkRouter } from './casework/router.ts';
import { filingRouter } from './filing/router.ts';
import { informationRouter } from './information/router.ts';
import { mcoRouter } from './mco/router.ts';
import { statisticsApiRouter, statisticsRouter } from './statistics/router.ts';
import { assetsRouter } from './web/assets.ts';
import { setBaseUrl } from './web/base-url.ts';
import { checkOrigin, checkToken } from './web/csrf.ts';
import { answerError, answerNotFound } from './web/errors.ts';
import { healthRouter } from './web/health.ts';
import { configureRendering } from './web/rendering.ts';
import { logRequests } from './web/request-log.ts';
import { refuseCaching, securityHeaders, setNonce } from './web/security-headers.ts';
import { IDLE_SECONDS, sessions } from './web/session.ts';

export interface AppSettings {
  readonly baseUrl: string;
  readonly sessionSecret: string;
  readonly isDemo: boolean;
  readonly supportContact?: string | null;
  readonly trustProxy: number;
}

/** Up to 500 claim lines of a dozen fields each. */
const FORM_FIELDS_LIMIT = 10_000;
const FORM_BYTES_LIMIT = '2mb';

/** The portal as an Express app. The database must be connected before the first request. */
export function createApp(settings: AppSettings): Express {
  const isHttps = settings.baseUrl.startsWith('https:');
  const { isDemo, supportContact = null } = settings;
  setBaseUrl(settings.baseUrl);
  configureRendering({ isDemo, supportContact, idleSeconds: IDLE_SECONDS });

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.set('query parser', 'simple');

  app.use(logRequests, setNonce, securityHeaders(isHttps));
  app.use('/assets', assetsRouter());
  app.use(healthRouter(may('public')));
  app.use('/api/statistics/v1', statisticsApiRouter());
  app.use(refuseCaching);
  app.use(checkOrigin(settings.baseUrl));
  app.use(sessions({ secret: settings.sessionSecret, isHttps }));
  setUpAuthentication(app);
  app.use(
    express.urlencoded({ extended: false, limit: FORM_BYTES_LIMIT, parameterLimit: FORM_FIELDS_LIMIT }),
  );
  app.use(checkToken);

  app.use('/', informationRouter());
  app.use('/', accountsRouter());
  app.use('/statistics', statisticsRouter());
  app.use('/complaints', filingRouter());
  app.use('/casework', caseworkRouter());
  app.use('/mco', mcoRouter());
  app.use('/administration', administrationRouter());

  app.use(answerNotFound);
  app.use(answerError);
  return app;
}
