import { main } from '../../server/cli/main.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command says, and its exit code; `note` hears of progress. */
export async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  note: (line: string) => void = () => undefined,
): Promise<Told> {
  let [out, err] = ['', ''];
  const terminal = {
    say: (line: string) => {
      out += line;
    },
    complain: (line: string) => {
      err += line;
    },
    note,
  };
  return { code: await main(argv, env, terminal), out, err };
}
