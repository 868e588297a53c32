import { type AnyRecordType, blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { type NeedType, needTypes, yearGroupOrder } from '../../src/domain/rules/codes.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { newColumns } from '../../src/graph/rows.ts'

const types = Object.keys(needTypes) as NeedType[]
const keyOf = (letter: string, at: number) => `01BENCH${letter}${String(at).padStart(18, '0')}`

/** The lists of a register, and how many rows each of them got. */
const listsOfRegister = [Pupil, Need, Review] as const

/**
 * So many made-up pupils with SEND straight into the lists of a site: one in five has an EHC plan and a review that is
 * closed, each has a need, one in three a second one.
 */
export const fillRegister = async (
  { admin }: GraphEmulator,
  site: string,
  count: number,
  today: Day,
): Promise<ReadonlyMap<string, number>> => {
  const rows = new Map<AnyRecordType, object[]>(listsOfRegister.map((type) => [type, []]))
  const put = (type: AnyRecordType, key: string, record: object) =>
    rows.get(type)!.push(newColumns(type, key, record as never))
  for (let at = 0; at < count; at += 1) {
    const key = keyOf('P', at)
    const plan = at % 5 === 0
    put(
      Pupil,
      key,
      blank(Pupil, {
        forename: `Forename${at % 997}`,
        surname: `Surname${(at * 7919) % count}`,
        dateOfBirth: addDays('2010-09-01', (at * 31) % 4_000),
        yearGroup: yearGroupOrder[3 + (at % 14)]!,
        className: `${(at % 14) + 1}${'ABCDEF'[at % 6]}`,
        status: plan ? 'E' : 'K',
        planIssued: plan ? addDays(today, -400 - (at % 300)) : null,
        keyAdult: `Adult ${at % 60}`,
      }),
    )
    put(Need, keyOf('N', at), blank(Need, { pupil: key, type: types[at % types.length]!, rank: 1 }))
    if (at % 3 === 0)
      put(Need, keyOf('S', at), blank(Need, { pupil: key, type: types[(at + 3) % types.length]!, rank: 2 }))
    if (plan) {
      const held = addDays(today, -(at % 330))
      put(
        Review,
        keyOf('R', at),
        blank(Review, { pupil: key, type: 'annual', stage: 'closed', meetingDate: held }),
      )
    }
  }
  for (const [type, all] of rows)
    for (let from = 0; from < all.length; from += 20_000)
      await admin.fill(site, type.list, all.slice(from, from + 20_000) as never)
  return new Map([...rows].map(([type, all]) => [type.list, all.length]))
}
