import type { Asked } from './options.ts'

/** Does what was asked for and answers with the exit code. `print` is the answer, `log` how it goes. */
export type Command = (
  asked: Asked,
  to: { print(line: string): void; log(line: string): void },
) => Promise<number>
