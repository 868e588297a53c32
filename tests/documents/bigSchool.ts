import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Funding } from '../../src/domain/records/funding.ts'
import { Goal } from '../../src/domain/records/goal.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Score } from '../../src/domain/records/score.ts'
import { schoolWeekdays, Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { type SheetChoice, workbookSheets } from '../../src/documents/provisionMap/more.ts'
import { allocation, bigMap, fullExample, pupil } from './madeUpSchool.ts'

const weekdays = Object.keys(schoolWeekdays) as (keyof typeof schoolWeekdays)[]
let count = 0
const kept = <T>(record: T): T & { key: string } => ({ ...record, key: newKey(1_710_000_000_000 + ++count) })

/**
 * A school with so many lines for so many pupils and something on every sheet: times in the week, six weeks of logs,
 * scores at start and end, goals, needs, funding, and a sheet of their own for some. Names have letters of two bytes.
 */
export const bigSchool = (lines: number, pupils: number, costed: number): MapInput => {
  const [map, full] = [bigMap(lines), fullExample()]
  const all = Array.from({ length: pupils }, (_, at) =>
    pupil({ surname: `Żółć-Brönte ${at}`, forename: `Zoë ${at}`, localAuthority: 'Made-up County' }),
  )
  const tool = full.more!.tools![0]!
  const scores: (Score & { key: string })[] = []
  const score = (who: string, day: string, standardised: number) => {
    const made = kept(blank(Score, { pupil: who, tool: tool.key, day, standardised }))
    scores.push(made)
    return made.key
  }
  const allocations = map.allocations.map((line, at) => {
    const who = all[at % pupils]!
    const { key: _, provision, pupil: __, ...said } = line
    const scored = at % 3 === 0
    return allocation(
      { pupil: who, provision: map.provisions.find(({ key }) => key === provision)! },
      {
        ...said,
        notes: at % 2 === 0 ? 'Likes to be told before something changes' : null,
        entryScore: scored ? score(who.key, '2026-09-08', 70 + (at % 30)) : null,
        exitScore: scored ? score(who.key, '2026-11-18', 72 + (at % 30)) : null,
      },
    )
  })
  const slotted = allocations.filter((_, at) => at % 3 === 0)
  const slots = slotted
    .filter((_, at) => at % 4 === 0)
    .map((line, at) =>
      kept(
        blank(Slot, {
          what: `Time ${at}`,
          provision: line.provision,
          weekday: weekdays[at % 5]!,
          starts: `${9 + (at % 5)}:30`,
          minutes: 25,
          everyWeeks: 'every',
          from: '2026-09-07',
          staff: at % 2 ? 'Sam Otter' : 'Kit Marsh',
        }),
      ),
    )
  const slotPupils = slotted.map((line, at) =>
    kept(
      blank(SlotPupil, {
        slot: slots[Math.floor(at / 4)]!.key,
        pupil: line.pupil,
        allocation: line.key,
        name: `Pupil ${at}`,
        from: '2026-09-07',
      }),
    ),
  )
  const deliveries = slotPupils.flatMap(({ slot, pupil: who, allocation: line }, at) =>
    Array.from({ length: 6 }, (_, week) =>
      kept(
        blank(Delivery, {
          pupil: who,
          allocation: line,
          slot,
          day: addDays('2026-09-07', 7 * week + (Math.floor(at / 4) % 5)),
          planned: 25,
          minutes: at % 5 ? 25 : 0,
          missed: at % 5 ? null : 'staffAbsent',
        }),
      ),
    ),
  )
  return {
    ...map,
    pupils: all,
    allocations,
    termDates: full.termDates!,
    costed: all.slice(0, costed).map(({ key }) => key),
    sheets: Object.keys(workbookSheets) as SheetChoice[],
    more: {
      ...full.more,
      scores,
      slots,
      slotPupils,
      deliveries,
      needs: all.map(({ key }) =>
        kept(blank(Need, { pupil: key, type: 'SLCN', rank: 1, description: 'Instructions in short steps.' })),
      ),
      goals: all.map(({ key }) =>
        kept(
          blank(Goal, { pupil: key, text: 'Asks for help in class', reached: 'expected', set: '2026-09-10' }),
        ),
      ),
      fundings: all
        .filter((_, at) => at % 4 === 0)
        .map(({ key }) =>
          kept(blank(Funding, { pupil: key, from: '2026-09-01', element: 'E3', amount: 123_457 })),
        ),
    },
  }
}
