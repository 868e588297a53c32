import { type Row, table } from './row.ts'

/** Where and with what the figures were made. */
export type Machine = {
  /** `2026-11-23` */
  readonly day: string
  readonly processor: string
  readonly memory: string
  /** Load of the machine before and after, over one minute. */
  readonly load: readonly [number, number]
  /** Names and versions: Node, Chromium, the libraries that are measured beside ours. */
  readonly versions: readonly (readonly [string, string])[]
  readonly quick: boolean
}

export type Measured = { readonly name: string; readonly about: string; readonly rows: readonly Row[] }

/** The text of `bench/results.md`: where it was measured, one table, and what each part is. */
export const resultsOf = (machine: Machine, measured: readonly Measured[]): string => {
  const { day, processor, memory, load, versions, quick } = machine
  const short = quick
    ? '\nA short run (`npm run bench -- --quick`): fewer rounds and rows. It shows that everything runs; its figures stand for little.\n'
    : ''
  return `# What Goldthread costs

Written by \`npm run bench\`. Milliseconds stand for this machine alone; ratios to what was measured beside them in the same run carry further.
${short}
| | |
| --- | --- |
| Day | ${day} |
| Processor | ${processor} |
| Memory | ${memory} |
| Load before and after | ${load.map((one) => one.toFixed(1)).join(', ')} |
${versions.map(([name, version]) => `| ${name} | ${version} |`).join('\n')}

${table(measured.flatMap(({ rows }) => rows))}

## The parts

${measured.map(({ name, about }) => `- **${name}**: ${about}`).join('\n')}
`
}
