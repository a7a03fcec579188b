/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}
