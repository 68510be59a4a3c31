import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** 4 MB, in chunks of 256 KiB. */
const CHUNKS_BETWEEN = 16;

/**
 * Call it after each chunk of a file that passes through. Now and then it has the engine collect its young garbage
 * (a millisecond or two). The bytes of a file are garbage as soon as they have passed, but they lie outside of the
 * JavaScript heap, and left to itself the engine lets about 48 MB of them gather, for one file or for many.
 */
export function afterChunk(position: number): void {
  if (position % CHUNKS_BETWEEN === CHUNKS_BETWEEN - 1) collectYoung();
}

const collectYoung = findCollector();

/** The engine's collector. Node gives it by a flag, or to contexts that are made once the flag is set. */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof collect === 'function' ? () => collect({ type: 'minor' }) : () => undefined;
}
