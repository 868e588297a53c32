import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { threadOf } from '../../src/tab/pupil/thread.ts'
import { kept } from './made.ts'

const pupil = kept('P').key
const need = (key: string, given: Partial<Need> = {}) => ({
  ...blank(Need, { pupil, type: 'SLCN', ...given }),
  ...kept(key),
})
const outcome = (key: string, given: Partial<Outcome> = {}) => ({
  ...blank(Outcome, {
    pupil,
    kind: 'sectionE',
    text: 'Speaks',
    status: 'current',
    measure: 'Tally',
    ...given,
  }),
  ...kept(key),
})
const support = (key: string, given: Partial<Allocation> = {}) => ({
  ...blank(Allocation, { pupil, provision: kept('V').key, from: '2025-09-01', ...given }),
  ...kept(key),
})

test('need, outcome and provision hang together, first needs first', () => {
  const thread = threadOf(
    [need('N2', { rank: 2 }), need('N1', { rank: 1 })],
    [outcome('A', { need: kept('N1').key })],
    [support('S', { outcome: kept('A').key })],
    '2026-03-10',
  )
  expect(thread.strands.map((strand) => [strand.need?.id, strand.breaks])).toEqual([
    ['N1', []],
    ['N2', ['noOutcome']],
  ])
  expect(thread.strands[0]!.outcomes[0]).toMatchObject({ provision: [{ id: 'S' }], breaks: [] })
  expect(thread.loose).toEqual([])
})

test('every break is named: no provision, no measure, a date that passed, support that serves nothing', () => {
  const thread = threadOf(
    [need('N', { until: '2025-01-01' })],
    [
      outcome('A', { need: kept('N').key, measure: null, by: '2026-01-01' }),
      outcome('B', { status: 'achieved' }),
    ],
    [support('S', { outcome: kept('B').key }), support('T', { outcome: kept('A').key, until: '2026-01-01' })],
    '2026-03-10',
  )
  expect(thread.strands).toHaveLength(1)
  expect(thread.strands[0]).toMatchObject({
    need: null,
    outcomes: [{ breaks: ['noProvision', 'noMeasure', 'pastDate'] }],
  })
  expect(thread.loose.map(({ id }) => id)).toEqual(['S'])
})
