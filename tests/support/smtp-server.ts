import { SMTPServer } from 'smtp-server';

export interface TestSmtpServer {
  readonly url: string;
  /** The whole text of each message that was taken, headers included. */
  readonly messages: string[];
  /** What is said to the next message instead of taking it; `vanish` cuts the connection after the text was sent. */
  next: 'take' | 'busy' | 'refuse' | 'vanish';
  stop(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. */
export function startSmtpServer(): Promise<TestSmtpServer> {
  const messages: string[] = [];
  const state: { next: TestSmtpServer['next'] } = { next: 'take' };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { next } = state;
        state.next = 'take';
        if (next === 'busy') return callback(refusal('Try later', 451));
        if (next === 'refuse') return callback(refusal('No such mailbox', 550));
        messages.push(Buffer.concat(parts).toString('utf8'));
        if (next === 'vanish') return cut(session.id);
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const cut = (id: string) => {
    for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
  };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        messages,
        get next() {
          return state.next;
        },
        set next(value) {
          state.next = value;
        },
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
  });
}

function refusal(text: string, responseCode: number): Error {
  return Object.assign(new Error(text), { responseCode });
}
