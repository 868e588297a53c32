// A process of `npm run reliability`: rounds of random commands with seeds of their own, told as JSON, one line each.
import fc from 'fast-check'
import { anyCommands } from './commands.ts'
import { ModelFailure } from './failure.ts'
import { useLightWeb } from './lightWeb.ts'
import { newTally, runCommands, type Tally } from './run.ts'

const [commands = '1000', seed = '1'] = process.argv.slice(2)
/** Rounds of one seed: enough to spread, few enough to be done again in a second. */
const rounds = 10
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
const plain = (tally: Tally) => ({ ...tally, faults: Object.fromEntries(tally.faults) })
Error.stackTraceLimit = 0
useLightWeb()

let done = 0
for (let of = Number(seed); done < Number(commands); of += 1) {
  const tally = newTally()
  const property = fc.asyncProperty(anyCommands(400), (all) => runCommands(all, tally))
  const { failed, errorInstance } = await fc.check(property, {
    numRuns: rounds,
    seed: of,
    endOnFailure: true,
  })
  done += tally.commands
  say({ seed: of, ...plain(tally) })
  if (!failed) continue
  const kind = errorInstance instanceof ModelFailure ? errorInstance.kind : 'untrue'
  say({ seed: of, failed: kind, what: String((errorInstance as Error).message) })
}
