/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Say how far it is, in a line that the next takes the place of; '' takes it away. Absent where nobody looks on. */
  readonly note?: (text: string) => void;
}

/** The process's own. A reader that went away (`duidu ledger … | head`) ends the command, and is no fault. */
export function standardTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    say: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ...(process.stderr.isTTY && { note: (text: string) => void process.stderr.write(`\r\x1b[K${text}`) }),
  };
}
