import { today } from '../../../src/platform/clock.ts';
import { CHARTS } from '../../../src/statistics/chart-catalogue.ts';
import { formOnly, type Samples } from './sample.ts';

/** What everybody may read. */
export const PUBLIC_PAGES: Samples = {
  '/health/live': [{ address: '/health/live' }],
  '/health/ready': [{ address: '/health/ready' }],
  '/': [{ address: '/' }],
  '/where-to-complain': [{ address: '/where-to-complain' }],
  '/help': [{ address: '/help' }],
  '/accessibility': [{ address: '/accessibility' }],
  '/privacy': [{ address: '/privacy' }],
  '/check': [
    { address: '/check' },
    { address: checkAddress('claim', 40) },
    { address: checkAddress('claim', 5) },
    { address: checkAddress('claim', 90) },
    { address: checkAddress('care', 5) },
    { address: checkAddress('claim', 5, 'NEXTLEVEL') },
    { address: checkAddress('other', 5, 'COUNTYCARE') },
    { address: '/check?issue=claim', status: 422 },
  ],
  '/check/filing-days.ics': [5, 40].map((days) => ({
    address: checkAddress('claim', days).replace('?', '/filing-days.ics?'),
  })),
  '/check/reminders': formOnly('/check/reminders'),
  '/statistics': [{ address: '/statistics' }, { address: '/statistics?quarter=1999-Q1', status: 404 }],
  '/statistics/methodology': [{ address: '/statistics/methodology' }],
  '/statistics/dictionary': [{ address: '/statistics/dictionary' }],
  '/statistics/charts/:name.svg': [
    ...CHARTS.map((name) => ({ address: `/statistics/charts/${name}.svg` })),
    { address: '/statistics/charts/by-plan.svg?size=narrow' },
    { address: '/statistics/charts/by-moon.svg', status: 404 },
  ],
  '/api/statistics/v1/counts.json': [
    { address: '/api/statistics/v1/counts.json' },
    { address: '/api/statistics/v1/counts.json?dimension=moon', status: 400 },
  ],
  '/api/statistics/v1/counts.csv': [{ address: '/api/statistics/v1/counts.csv' }],
};

/** "May I file yet?", asked of an issue that was brought to the plan so many days ago. */
function checkAddress(issue: string, days: number, plan = 'BCCHP'): string {
  const { month, day, year } = today().subtract({ days });
  return `/check?plan=${plan}&issue=${issue}&filedOn-month=${month}&filedOn-day=${day}&filedOn-year=${year}`;
}
