import { expect, test } from 'vitest'
import type { Value } from '../../src/domain/fields.ts'
import type { Stored } from '../../src/domain/record.ts'
import { storeNew } from '../../src/ui/storeNew.ts'

type Loose = Record<string, Value>

/** As the real store: a second create under the same key gives back the row that is there. */
const listOf = () => {
  const rows = new Map<string, Stored<Loose>>()
  return {
    rows,
    create: async (record: Loose, key = '') => {
      if (!rows.has(key)) rows.set(key, { ...record, key } as unknown as Stored<Loose>)
      return rows.get(key)!
    },
    update: async (stored: Stored<Loose>, changes: Loose) => {
      const next = { ...stored, ...changes }
      rows.set(stored.key, next)
      return next
    },
  }
}

test('a form sent again after its answer was lost keeps what was typed last', async () => {
  const list = listOf()
  await list.create({ what: 'Ring the therapist', owner: null }, 'k')
  const kept = await storeNew(list, { what: 'Ring the therapist on Friday', owner: 'Helen' }, 'k')
  expect(kept).toMatchObject({ what: 'Ring the therapist on Friday', owner: 'Helen' })
  expect(list.rows.size).toBe(1)
})
test('a row that somebody else began keeps their other fields', async () => {
  const list = listOf()
  await list.create({ outcome: 'o', rating: null, evidence: 'WellComm 29' }, 'k')
  await storeNew(list, { outcome: 'o', rating: 'good', evidence: null }, 'k', {
    outcome: 'o',
    rating: 'good',
  })
  expect(list.rows.get('k')).toMatchObject({ rating: 'good', evidence: 'WellComm 29' })
})
