import net from 'node:net';

export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'malware'; readonly signature: string }
  /** The scanner cannot be reached. */
  | { readonly kind: 'away' }
  /** The scanner was reached, but gave no verdict on this file. */
  | { readonly kind: 'undecided' };

/** One file's way through the scanner. */
export interface Scan {
  /** Hands on the next piece; resolves when the scanner can take more, or has failed: then the rest is not sent. */
  write(piece: Buffer): Promise<void>;
  /** Ends the file and waits for the verdict. */
  verdict(): Promise<ScanVerdict>;
  /** Breaks off. Does no harm after the verdict. */
  abandon(): void;
}

const CONNECT_LIMIT_MS = 5_000;
/** A scanner that says nothing for so long is taken for away. */
const SILENCE_LIMIT_MS = 30_000;
const REPLY_LIMIT = 4096;

/**
 * Opens a scan by clamd's INSTREAM command: pieces with their length before them, an empty one at the end, then the
 * reply. Never throws: a scanner that fails is a verdict.
 * @see man 8 clamd
 */
export function startClamdScan(address: net.NetConnectOpts): Scan {
  const socket = net.connect(address);
  const { reply, isConnected } = listen(socket);
  socket.write('zINSTREAM\0');
  return {
    async write(piece) {
      if (piece.length === 0 || socket.destroyed || socket.writableEnded) return;
      socket.cork();
      socket.write(lengthOf(piece));
      const hasRoom = socket.write(piece);
      process.nextTick(() => socket.uncork());
      if (!hasRoom) await drained(socket);
    },
    async verdict() {
      if (socket.writable) socket.write(lengthOf(Buffer.alloc(0)));
      const answer = parseReply(await reply);
      socket.destroy();
      return answer.kind === 'undecided' && !isConnected() ? { kind: 'away' } : answer;
    },
    abandon: () => void socket.destroy(),
  };
}

/** Gathers the reply, and lets every failure of the socket end it. */
function listen(socket: net.Socket): { reply: Promise<string>; isConnected: () => boolean } {
  let isConnected = false;
  let text = '';
  socket.setTimeout(CONNECT_LIMIT_MS, () => socket.destroy());
  socket.once('connect', () => {
    isConnected = true;
    socket.setTimeout(SILENCE_LIMIT_MS);
  });
  socket.on('data', (piece) => {
    text = (text + piece.toString('latin1')).slice(0, REPLY_LIMIT);
  });
  // Nothing to do on an error: the socket closes next, and that ends the reply.
  socket.on('error', () => undefined);
  const reply = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { reply, isConnected: () => isConnected };
}

function parseReply(reply: string): ScanVerdict {
  const text = reply.replace(/\0[\s\S]*$/, '').trim();
  if (text === 'stream: OK') return { kind: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(text)?.[1];
  return signature ? { kind: 'malware', signature } : { kind: 'undecided' };
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

/** Resolves when the socket can take more, or never will. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
