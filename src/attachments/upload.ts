import type { Readable } from 'node:stream';
import { cleanFileName } from './file-name.ts';
import { FileRefused, problemWords } from './problems.ts';
import { type ReceivedFile, receiveFile, type UploadTarget } from './receive-file.ts';

/** The files of one request, on their way in. */
export class Upload {
  readonly received: ReceivedFile[] = [];
  readonly problems: { fileName: string; problem: string }[] = [];
  readonly #target: UploadTarget;
  #work: Promise<void> = Promise.resolve();

  constructor(target: UploadTarget) {
    this.#target = target;
  }

  /**
   * Takes the next file, once those before it are through, though the parser may be ahead: so they keep their order.
   * After a failure that is no file's fault, the rest are not taken, and fail with it.
   */
  take(fileName: string, stream: Readable): Promise<void> {
    this.#work = this.#work.then(() => this.#takeNow(fileName, stream));
    return this.#work;
  }

  /** Resolves when all files so far are through, however they fared. */
  async settled(): Promise<void> {
    await this.#work.catch(() => undefined);
  }

  async #takeNow(givenName: string, stream: Readable): Promise<void> {
    try {
      this.received.push(await receiveFile(this.#target, givenName, stream));
    } catch (error) {
      // The rest of the file passes unread, for the next one stands behind it.
      stream.resume();
      if (!(error instanceof FileRefused)) throw error;
      this.problems.push({ fileName: cleanFileName(givenName), problem: problemWords(error.problem) });
    }
  }
}
