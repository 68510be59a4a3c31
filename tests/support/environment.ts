import { setHashingCost } from '../../src/accounts/password-hash.ts';
import { setClock } from '../../src/platform/clock.ts';
import { setLogLevel } from '../../src/platform/log.ts';

setLogLevel('silent');
// Every test signs people in, and nobody's password is at stake.
setHashingCost({ memoryCost: 64, timeCost: 1, parallelism: 1 });
// The files of a worker share its modules: none starts at the time at which another has stopped the clock.
setClock(null);
