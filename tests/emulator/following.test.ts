import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookList, startGraph, type Ask } from './world.ts'

type Step = { do: 'make' } | { do: 'change' | 'drop'; row: number } | { do: 'read' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'make' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('change', 'drop'), row: fc.nat(12) }) as fc.Arbitrary<Step>,
  },
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'read' }) },
)

/** A reader that follows the links one page at a time and keeps its own copy. */
const follower = (ask: Ask, start: string) => {
  const copy = new Map<string, string>()
  let next = start
  return {
    copy,
    /** Reads one page; whether it was the last for now. */
    read: async (): Promise<boolean> => {
      const { body } = await ask('GET', next)
      for (const row of body.value) {
        if (row.deleted) copy.delete(row.id)
        else copy.set(row.id, row.fields.Title)
      }
      next = body['@odata.nextLink'] ?? body['@odata.deltaLink']
      return body['@odata.deltaLink'] !== undefined
    },
  }
}

test('whoever follows the changes, at any pace, ends with what the list holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, size) => {
        const { as } = await startGraph()
        const ask = as('local:senco')
        const at = await bookList(as)
        const reader = follower(ask, `${at}/items/delta?$expand=fields&$top=${size}`)
        for (const [index, each] of steps.entries()) {
          const fields = { Title: `t${index}` }
          if (each.do === 'read') await reader.read()
          if (each.do === 'make') await ask('POST', `${at}/items`, { fields })
          if (each.do === 'change') await ask('PATCH', `${at}/items/${each.row}/fields`, fields)
          if (each.do === 'drop') await ask('DELETE', `${at}/items/${each.row}`)
        }
        // Once to the end of the round that is under way, once more for what came after it began.
        for (let rounds = 0; rounds < 2;) if (await reader.read()) rounds += 1
        const { body } = await ask('GET', `${at}/items?$expand=fields`)
        const held = body.value.map((row: any) => [row.id, row.fields.Title])
        expect([...reader.copy].toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(held)
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)
