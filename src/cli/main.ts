import { Problem } from '../domain/problem.ts'
import { wordsOf } from '../ui/words.ts'
import { clock } from './clock.ts'
import { cost } from './cost.ts'
import { importFile } from './importFile.ts'
import { minutes } from './minutes.ts'
import type { Command } from './command.ts'
import { askedFor, type CommandName } from './options.ts'
import { provisionMap } from './provisionMap.ts'
import { Stop } from './stop.ts'
import { usage } from './usage.ts'

const commands: Record<CommandName, Command> = {
  minutes,
  'provision-map': provisionMap,
  import: importFile,
  clock,
  cost,
}

const run = async (args: readonly string[]): Promise<number> => {
  const to = { print: (line: string) => console.log(line), log: (line: string) => console.error(line) }
  try {
    const asked = askedFor(args)
    if (asked === null) {
      to.print(usage)
      return 0
    }
    return await commands[asked.command](asked, to)
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
