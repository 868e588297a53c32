import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCommands, type Command } from './model/commands.ts'
import { newTally, runCommands, type Tally } from './model/run.ts'
import { spoils } from './model/spoils.ts'

/* A plain model beside the store: whatever Graph and the network do, a row that was answered for is there, once, as it
   was answered; a change that was refused is not; nobody reads or writes what is not theirs. `npm run reliability` is
   the long one. GOLDTHREAD_SEED does the same again with the shortest case of a failure; GOLDTHREAD_ROUNDS makes it
   longer. */

/** Rounds of a seed are the same here as in the long run. */
const roundsOfSeed = 10
const mostCommands = 400
/** Seeds that found something once, with the round that did: modelFound.test.ts says what. */
const found: [seed: number, path: string][] = [
  [1, '0'],
  [5, '2'],
  [20261131, '3'],
  [30261137, '7'],
  [30261321, '3'],
]

const rounds = async (parameters: fc.Parameters<[Command[]]>): Promise<Tally> => {
  const tally = newTally()
  await fc.assert(
    fc.asyncProperty(anyCommands(mostCommands), (all) => runCommands(all, tally)),
    { ...parameters, interruptAfterTimeLimit: 500_000 },
  )
  return tally
}
const named = process.env['GOLDTHREAD_SEED']
const some = Number(process.env['GOLDTHREAD_ROUNDS'] ?? roundsOfSeed)

test.runIf(!named).each(found)('seed %i, which found something once, finds nothing', async (seed, path) => {
  expect((await rounds({ seed, path, numRuns: 1 })).commands).toBeGreaterThan(0)
})

test('no answered write is lost or doubled and nothing forbidden is read, whatever goes wrong', async () => {
  const { commands, answered, refused, faults } = await rounds({
    numRuns: some,
    ...(named ? { seed: Number(named) } : {}),
  })
  expect(Math.min(answered, refused) * 20).toBeGreaterThan(commands)
  expect(spoils.filter((each) => faults.has(each)).length).toBeGreaterThan(spoils.length / 3)
}, 600_000)
