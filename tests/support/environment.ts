import { setLogLevel } from '../../src/platform/log.ts';

setLogLevel('silent');
