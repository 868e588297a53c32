import { Problem } from '../domain/problem.ts'
import { wordsOf } from '../ui/words.ts'
import type { Command } from './command.ts'
import { askedFor, type CommandName } from './options.ts'
import { Stop } from './stop.ts'
import { usage } from './usage.ts'

/** Each is loaded when it is asked for: a sum need not wait for Word. */
const commands: Record<CommandName, () => Promise<Command>> = {
  minutes: async () => (await import('./minutes.ts')).minutes,
  letter: async () => (await import('./letter.ts')).letter,
  'provision-map': async () => (await import('./provisionMap.ts')).provisionMap,
  import: async () => (await import('./importFile.ts')).importFile,
  copy: async () => (await import('./copy.ts')).copy,
  restore: async () => (await import('./restore.ts')).restore,
  'subject-access': async () => (await import('./subjectAccess.ts')).subjectAccess,
  reconcile: async () => (await import('./reconcile.ts')).reconcileLists,
  clock: async () => (await import('./clock.ts')).clock,
  cost: async () => (await import('./cost.ts')).cost,
  dpia: async () => (await import('./dpia.ts')).dpia,
}

const run = async (args: readonly string[]): Promise<number> => {
  const to = { print: (line: string) => console.log(line), log: (line: string) => console.error(line) }
  try {
    const asked = askedFor(args)
    if (asked === null) {
      to.print(usage)
      return 0
    }
    const command = await commands[asked.command]()
    return await command(asked, to)
  } catch (thrown) {
    if (thrown instanceof Stop) {
      to.log(thrown.message)
      return thrown.exitCode
    }
    if (thrown instanceof Problem) {
      const { title, todo } = wordsOf(thrown.trouble)
      to.log(`${title}. ${todo}`)
      return 1
    }
    // What was thrown may quote a record, so only where it happened is told.
    to.log(`Something unforeseen stopped this${where(thrown)}.`)
    return 1
  }
}

const where = (thrown: unknown): string => {
  const place =
    thrown instanceof Error
      ? /\(?([^\s(]+:\d+:\d+)\)?/.exec(thrown.stack?.split('\n    at ')[1] ?? '')?.[1]
      : undefined
  return place ? ` at ${place}` : ''
}

process.exitCode = await run(process.argv.slice(2))
