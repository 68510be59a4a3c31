/** Everything below the space but tab, line feed, form feed and carriage return; delete; and the C1 controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;

/**
 * Whether a file is plain text throughout, told piece by piece: valid UTF-8, UTF-16 with its byte order mark, or
 * Windows-1252; without control characters.
 */
export class PlainTextCheck {
  #readings: Reading[] | null = null;

  add(piece: Buffer): void {
    this.#readings ??= readingsFor(piece);
    this.#readings = this.#readings.filter((reading) => reading.takes(piece));
  }

  /** Whether what came so far can still be text. */
  get isPossible(): boolean {
    return this.#readings === null || this.#readings.length > 0;
  }

  /** Whether the whole was text; call it once, after the last piece. */
  end(): boolean {
    return this.#readings === null || this.#readings.some((reading) => reading.ends());
  }
}

function readingsFor(firstPiece: Buffer): Reading[] {
  if (firstPiece[0] === 0xff && firstPiece[1] === 0xfe) return [new Reading('utf-16le')];
  if (firstPiece[0] === 0xfe && firstPiece[1] === 0xff) return [new Reading('utf-16be')];
  return [new Reading('utf-8'), new Reading('windows-1252')];
}

/** One way to read the bytes as text. Windows-1252 maps its five unassigned bytes to C1 controls, which fail. */
class Reading {
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  takes(piece: Buffer): boolean {
    return this.#isText(() => this.#decoder.decode(piece, { stream: true }));
  }

  ends(): boolean {
    return this.#isText(() => this.#decoder.decode());
  }

  #isText(decode: () => string): boolean {
    try {
      return !CONTROLS.test(decode());
    } catch {
      return false;
    }
  }
}
