import { parseArgs } from 'node:util'
import { notFound } from './stop.ts'
import { usage } from './usage.ts'

const personas = ['senco', 'head', 'teacher', 'ta', 'governor', 'director', 'it']

const text = { type: 'string' } as const
const tick = { type: 'boolean' } as const
const where = { school: text, data: text, as: text }
const known = {
  minutes: { pupil: text, review: text, out: text, ...where },
  letter: { kind: text, pupil: text, review: text, to: text, out: text, ...where },
  'provision-map': { out: text, year: text, pupil: text, level: text, sheets: text, costed: text, ...where },
  import: where,
  copy: { out: text, versions: tick, ...where },
  restore: { file: text, ...where },
  'subject-access': { pupil: text, out: text, ...where },
  reconcile: { ours: text, mis: text, authority: text, 'authority-name': text, today: text, ...where },
  clock: { file: text, limits: text },
  cost: { file: text, rulebook: text },
  dpia: { out: text },
}
export type CommandName = keyof typeof known

/** What was typed after the command's name. `given` holds options by name, `rest` what is no option. */
export type Asked = {
  readonly command: CommandName
  readonly given: Readonly<Record<string, string | undefined>>
  readonly rest: readonly string[]
}

/** A Stop that says what is wrong and how the command is used. */
export const misused = (what: string) => notFound(`${what}\n\n${usage}`)

/** Reads the command line; null when help was asked for. Throws Stop, exit 2, for what it does not know. */
export const askedFor = (args: readonly string[]): Asked | null => {
  const [command, ...others] = args
  if (command === undefined || args.includes('--help') || args.includes('-h') || command === 'help') {
    if (command === undefined) throw misused('Say what to make.')
    return null
  }
  if (!Object.hasOwn(known, command)) throw misused(`“${command}” is not something to make.`)
  const name = command as CommandName
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: others, options: known[name], allowPositionals: true })
    } catch (thrown) {
      throw misused((thrown as Error).message)
    }
  })()
  const given = values as Record<string, string | undefined>
  if (positionals.length > (name === 'import' ? 1 : 0))
    throw misused(`“${positionals.at(-1)!}” is one word too many.`)
  for (const [option, value] of Object.entries(given))
    if (value === '') throw misused(`--${option} needs a value.`)
  if (given['as'] !== undefined && !personas.includes(given['as']))
    throw misused(`--as is one of ${personas.join(', ')}.`)
  return { command: name, given, rest: positionals }
}

/** An option that the command can't do without. */
export const needed = ({ given }: Asked, option: string): string => {
  const value = given[option]
  if (value === undefined) throw misused(`--${option} is needed.`)
  return value
}
