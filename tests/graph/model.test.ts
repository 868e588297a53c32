import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCommands } from './model/commands.ts'
import { newTally, runCommands, type Tally } from './model/run.ts'
import { spoils } from './model/spoils.ts'

/* A plain model beside the store: whatever Graph and the network do, a row that was answered for is there, once, as it
   was answered; a change that was refused is not; nobody reads or writes what is not theirs. `npm run reliability` is
   the long one. GOLDTHREAD_SEED does the same again with the shortest case of a failure; GOLDTHREAD_ROUNDS makes it
   longer. */

/** Rounds of a seed are the same here as in the long run. */
const roundsOfSeed = 10
const mostCommands = 400
/** Seeds that found something once. */
const found = [1, 5]

const rounds = async (numRuns: number, seed: number | undefined): Promise<Tally> => {
  const tally = newTally()
  const property = fc.asyncProperty(anyCommands(mostCommands), (all) => runCommands(all, tally))
  await fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) })
  return tally
}
const asked = process.env['GOLDTHREAD_SEED']
const seeds: (number | undefined)[] = asked ? [Number(asked)] : [...found, undefined]

test.each(seeds)(
  'no answered write is lost or doubled and nothing forbidden is read, whatever goes wrong (seed %s)',
  async (seed) => {
    const numRuns = Number(process.env['GOLDTHREAD_ROUNDS'] ?? (seed === undefined ? 5 : roundsOfSeed))
    const { commands, answered, refused, faults } = await rounds(numRuns, seed)
    expect(commands).toBeGreaterThan(numRuns)
    expect(Math.min(answered, refused) * 10).toBeGreaterThan(commands)
    if (numRuns >= roundsOfSeed)
      expect([...faults.keys()].filter((each) => spoils.includes(each as never)).length).toBeGreaterThan(10)
  },
  600_000,
)
