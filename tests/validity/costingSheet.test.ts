import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { openBook } from '../../src/documents/costing/book.ts'
import { proposedCosting } from '../../src/documents/costing/costingPack.ts'
import { fillCosting } from '../../src/documents/costing/fillCosting.ts'
import { costingPlaces } from '../../src/documents/costing/places.ts'
import { harrowdale, westmoor } from '../documents/costing/sheets.ts'
import { hasLibreOffice, hasValidator, onDisk, validatorFindings } from './programs.ts'
import { recalculated } from './recalculated.ts'

const line = (name: string, given: Partial<Allocation>) => ({
  allocation: blank(Allocation, { pupil: 'P', provision: 'V', from: '2026-09-07', role: 'ta', ...given }),
  provision: blank(Provision, { name, level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }),
  outcome: undefined,
})
const filled = (bytes: Uint8Array) => {
  const book = openBook(bytes)
  return fillCosting(book, proposedCosting(costingPlaces(book)), {
    pupil: blank(Pupil, { surname: 'Kaur', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' }),
    schoolName: 'Oakfield',
    school: undefined,
    rates: [blank(Rate, { role: 'ta', from: '2026-04-01', basis: 'weeklyHour', amount: 65_360, weeks: 38 })],
    lines: [
      line('Group of four', { sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4 }),
      line('One to one', { sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1 }),
    ],
    today: '2026-11-20',
  }).bytes
}

// Vectors: domain rule `cost`, £51.60 and £817.00.
test.skipIf(!hasLibreOffice)(
  'an authority’s own locked sheet reckons our lines with its own formulas',
  () => {
    const sheet = recalculated(filled(westmoor()), ['Costed map']).get('Costed map')!
    expect(sheet[7]?.slice(0, 8)).toEqual(['Group of four', 'TA', '3', '20', '12', '4', '17.2', '51.6'])
    expect(sheet[8]?.[7]).toBe('817')
    expect(sheet[3]?.[4]).toBe('868.6')
  },
  120_000,
)

test.skipIf(!hasValidator)(
  'what we filled is valid',
  async () => {
    const made = [
      { name: 'westmoor.xlsx', bytes: filled(westmoor()) },
      { name: 'harrowdale.xlsx', bytes: filled(harrowdale()) },
    ]
    expect(await validatorFindings(onDisk(made))).toEqual([])
  },
  120_000,
)
