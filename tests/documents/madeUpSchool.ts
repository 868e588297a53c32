import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Funding } from '../../src/domain/records/funding.ts'
import { FundingBand } from '../../src/domain/records/fundingBand.ts'
import { Goal } from '../../src/domain/records/goal.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Need } from '../../src/domain/records/need.ts'
import { School } from '../../src/domain/records/school.ts'
import { Score } from '../../src/domain/records/score.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'

const today = '2026-11-22'
let count = 0
/** Records of a made-up school, each with a key; anything not said is blank. */
const kept = <T>(record: T): T & { key: string } => ({ ...record, key: newKey(1_700_000_000_000 + ++count) })
export const pupil = (given: Partial<Pupil> = {}) =>
  kept(
    blank(Pupil, {
      surname: `Ashworth${count}`,
      forename: 'Amira',
      dateOfBirth: '2017-05-04',
      status: 'K',
      yearGroup: '4',
      ...given,
    }),
  )
export const provision = (given: Partial<Provision> = {}) =>
  kept(
    blank(Provision, {
      name: `Reading group ${count}`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      ...given,
    }),
  )
export const allocation = (
  of: { pupil: { key: string }; provision: { key: string } },
  given: Partial<Allocation> = {},
) =>
  kept(
    blank(Allocation, {
      pupil: of.pupil.key,
      provision: of.provision.key,
      from: '2026-09-07',
      sessionsPerWeek: 3,
      minutes: 20,
      weeks: 12,
      groupSize: 4,
      role: 'ta',
      ...given,
    }),
  )
export const rate = (given: Partial<Rate> = {}) =>
  kept(
    blank(Rate, { role: 'ta', from: '2025-09-01', basis: 'weeklyHour', amount: 65360, weeks: 38, ...given }),
  )
export const school = (given: Partial<School> = {}) =>
  blank(School, {
    from: '2025-09-01',
    name: 'Oakfield Primary School',
    phase: 'primary',
    notionalBudget: 9_000_000,
    ...given,
  })

/** The worked example of a costed map, with a line that can't be costed. */
export const workedExample = (): MapInput => {
  const amira = pupil({ surname: 'Kaur', forename: 'Amira', topUp: 250_000 })
  const leo = pupil({ surname: '=cmd|calc', forename: 'Leo', preferredForename: '+Lee', yearGroup: 'R' })
  const [group, single, therapy, nurture] = [
    provision({ name: 'Colourful semantics, group of four' }),
    provision({ name: 'One-to-one reading', level: 'specialist', areaOfNeed: 'cognition' }),
    provision({
      name: 'Speech and language therapy agreement',
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'external',
    }),
    provision({ name: 'Nurture room', areaOfNeed: 'semh' }),
  ]
  return {
    school: school(),
    schoolName: 'Oakfield Primary School',
    rates: [
      rate(),
      rate({ from: '2027-01-01', amount: 67_000 }),
      rate({ role: 'teacher', basis: 'hour', weeks: null, amount: 4180, from: '2026-09-01' }),
      rate({ role: 'hlta', basis: 'weeklyHour', weeks: 38, amount: 80_011, from: '2024-09-01' }),
    ],
    pupils: [amira, leo],
    provisions: [group, single, therapy, nurture],
    allocations: [
      allocation({ pupil: amira, provision: group }, { countsTowardsElement2: true, funding: 'E2' }),
      allocation(
        { pupil: amira, provision: single },
        { sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1 },
      ),
      allocation(
        { pupil: amira, provision: nurture },
        { sessionsPerWeek: 10, minutes: 60, weeks: 38, groupSize: 3 },
      ),
      allocation(
        { pupil: amira, provision: therapy },
        {
          role: 'external',
          sessionsPerWeek: 0.5,
          minutes: 60,
          weeks: 38,
          groupSize: 1,
          external: 117_800,
          charge: 'full',
          countsTowardsElement2: false,
        },
      ),
      allocation({ pupil: leo, provision: group }, { role: 'teacher', from: '2026-01-05' }),
      allocation({ pupil: leo, provision: nurture }, { groupSize: null, role: null, minutes: null }),
      allocation(
        { pupil: leo, provision: therapy },
        { sessionsPerWeek: null, minutes: null, weeks: null, groupSize: 1 },
      ),
      allocation(
        { pupil: leo, provision: single },
        {
          role: 'hlta',
          sessionsPerWeek: 2.5,
          minutes: 35,
          prepMinutes: 10,
          weeks: 11.5,
          groupSize: 7,
          resources: 4599,
        },
      ),
    ],
    scope: { is: 'school' },
    today,
  }
}

/** A map of so many lines, a few pupils to each provision, all that can be said of a line said in some. */
export const bigMap = (lines: number): MapInput => {
  const pupils = Array.from({ length: Math.ceil(lines / 8) }, (_, at) =>
    pupil({ surname: `Pupil ${String(at).padStart(4, '0')}`, yearGroup: at % 2 ? '7' : '10' }),
  )
  const provisions = Array.from({ length: 40 }, () => provision())
  const roles = ['ta', 'teacher', 'hlta', 'external'] as const
  return {
    ...workedExample(),
    pupils,
    provisions,
    allocations: Array.from({ length: lines }, (_, at) =>
      allocation(
        { pupil: pupils[at % pupils.length]!, provision: provisions[at % provisions.length]! },
        {
          role: roles[at % 4]!,
          minutes: 5 + (at % 56),
          sessionsPerWeek: 1 + (at % 9) / 2,
          weeks: 1 + (at % 38),
          groupSize: at % 97 === 0 ? null : 1 + (at % 12),
          external: at % 4 === 3 ? 10_000 + at : null,
          resources: at % 5 === 0 ? at * 7 : null,
          from: at % 3 ? '2026-09-07' : '2026-11-02',
        },
      ),
    ),
  }
}

/** A school with something on every sheet: a group with times, logs and scores that say more and less than hoped. */
export const fullExample = (): MapInput => {
  const example = workedExample()
  const reading = kept(
    blank(AssessmentTool, {
      name: 'Oakfield reading test',
      scale: 'standardised',
      better: 'higher',
      interval: 4,
      level: 68,
    }),
  )
  const worry = kept(
    blank(AssessmentTool, { name: 'Worry scale', scale: 'points', better: 'lower', lowest: 0, highest: 20 }),
  )
  const club = provision({ name: 'Reading club' })
  const group = kept(
    blank(Group, {
      provision: club.key,
      name: 'Reading club, autumn',
      from: '2026-09-07',
      sessionsPerWeek: 2,
      minutes: 25,
      prepMinutes: 5,
      weeks: 12,
      size: 6,
      role: 'ta',
      staff: 'Sam Otter',
    }),
  )
  const pairs = [
    [78, 85],
    [82, 88],
    [75, 80],
    [88, 93],
    [80, 84],
    [71, 79],
  ] as const
  const [amira, leo] = [
    { ...example.pupils[0]!, localAuthority: 'Made-up County' },
    { ...example.pupils[1]!, localAuthority: 'otherwhere ' },
  ]
  const readers = pairs.map((_, at) =>
    pupil({ yearGroup: '3', localAuthority: at === 1 ? 'Thirdshire' : null }),
  )
  const scores: (Score & { key: string })[] = []
  const score = (given: Pick<Score, 'pupil' | 'tool' | 'day'> & Partial<Score>) => {
    const made = kept(blank(Score, given))
    scores.push(made)
    return made.key
  }
  const lines = readers.map((who, at) =>
    allocation(
      { pupil: who, provision: club },
      {
        group: group.key,
        sessionsPerWeek: null,
        minutes: null,
        weeks: at === 2 ? 9.5 : null,
        groupSize: null,
        role: null,
        notes: at === 0 ? 'Likes to read aloud' : null,
        entryScore: score({
          pupil: who.key,
          tool: reading.key,
          day: '2026-09-08',
          standardised: pairs[at]![0],
          ageMonths: 70 + at,
          target: 80 + at,
        }),
        exitScore:
          at === 5
            ? null
            : score({
                pupil: who.key,
                tool: reading.key,
                day: '2026-11-18',
                standardised: pairs[at]![1],
                ageMonths: 73 + 2 * at,
              }),
      },
    ),
  )
  const [first] = example.allocations
  const worried = {
    ...first!,
    entryScore: score({ pupil: first!.pupil, tool: worry.key, day: '2026-09-10', value: 17, target: 12 }),
    exitScore: score({ pupil: first!.pupil, tool: worry.key, day: '2026-11-12', value: 12.5 }),
  }
  const slots = (['mon', 'wed'] as const).map((weekday, at) =>
    kept(
      blank(Slot, {
        what: 'Reading club',
        provision: club.key,
        group: group.key,
        weekday,
        starts: at ? '13:45' : '9:30',
        minutes: 25,
        everyWeeks: at ? 'odd' : 'every',
        from: '2026-09-07',
        staff: 'Sam Otter',
      }),
    ),
  )
  const slotPupils = slots.flatMap((slot) =>
    lines.map((line, at) =>
      kept(
        blank(SlotPupil, {
          slot: slot.key,
          pupil: line.pupil,
          allocation: line.key,
          name: `Reader ${at}`,
          from: '2026-09-07',
        }),
      ),
    ),
  )
  const reasons = ['staffAbsent', 'pupilAbsent', 'trip', 'refused', 'other'] as const
  const deliveries = lines.flatMap((line, who) =>
    Array.from({ length: 6 }, (_, week) => {
      const missed = (who + week) % 4 === 0 ? reasons[(who + week) % 5]! : null
      return kept(
        blank(Delivery, {
          pupil: line.pupil,
          allocation: line.key,
          slot: slots[0]!.key,
          day: addDays('2026-09-07', 7 * week),
          planned: 25,
          minutes: missed ? 0 : 20 + who,
          missed,
        }),
      )
    }),
  )
  return {
    ...example,
    pupils: [amira, leo, ...readers],
    provisions: [...example.provisions, club],
    // The fifth runs from one financial year into the next.
    allocations: [
      worried,
      ...example.allocations.slice(1).map((line, at) => (at === 3 ? { ...line, weeks: 16 } : line)),
      ...lines,
      // Over before this school year began, and in the financial year all the same: not on the map.
      allocation(
        { pupil: leo, provision: example.provisions[1]! },
        {
          from: '2026-01-12',
          until: '2026-06-26',
          weeks: 20,
          groupSize: 3,
          role: 'hlta',
          resources: 1_234,
          minutes: 35,
        },
      ),
    ],
    groups: [group],
    costed: [example.pupils[0]!.key, readers[0]!.key],
    madeBy: 'Ms Hale, SENCO',
    termDates: [
      kept(blank(TermDate, { kind: 'term', name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' })),
      kept(blank(TermDate, { kind: 'holiday', name: 'Half-term', starts: '2026-10-26', ends: '2026-10-30' })),
    ],
    more: {
      needs: [
        kept(
          blank(Need, {
            pupil: first!.pupil,
            type: 'SLCN',
            rank: 1,
            description: 'Needs instructions in short steps, shown as well as said.',
            source: 'Speech and language report, May 2026',
          }),
        ),
      ],
      tools: [reading, worry],
      scores,
      goals: (
        [
          ['expected', 2],
          ['more', 1],
          ['less', null],
          [null, 3],
        ] as const
      ).map(([reached, weight], at) =>
        kept(
          blank(Goal, {
            pupil: first!.pupil,
            text: `Goal ${at + 1}: asks for help in class`,
            weight,
            reached,
            set: '2026-09-10',
          }),
        ),
      ),
      slots,
      slotPupils,
      deliveries,
      staff: [
        kept(
          blank(SupportStaff, {
            name: 'Sam Otter',
            role: 'ta',
            hours: 25,
            supportHours: 0.6,
            from: '2025-09-01',
          }),
        ),
        kept(blank(SupportStaff, { name: 'Kit Marsh', role: 'hlta', hours: 30, from: '2025-09-01' })),
      ],
      rulebooks: [
        kept(
          blank(CostingRulebook, {
            authority: 'Made-up County',
            from: '2026-04-01',
            weeks: 20,
            threshold: 100_000,
            rates: 'own',
            preparation: false,
            group: 'weekly',
          }),
        ),
        kept(
          blank(CostingRulebook, {
            authority: 'Otherwhere',
            from: '2026-06-01',
            weeks: 38,
            divisorWeeks: 45.5,
            rates: 'fixed',
            taRate: 1533,
            hltaRate: 2101,
            weeklyHours: 0.6,
            teacherHours: 0.2,
            pupilCap: 30_000,
            countsEquipment: false,
            rounding: 'total',
          }),
        ),
        kept(
          blank(CostingRulebook, {
            authority: 'Thirdshire',
            from: '2025-04-01',
            needsOutcome: true,
            group: 'full',
            fullCharge: true,
            countsExternal: false,
          }),
        ),
      ],
      fundings: [
        kept(blank(Funding, { pupil: leo.key, from: '2026-09-01', element: 'E3', amount: 123_457 })),
        kept(
          blank(Funding, {
            pupil: readers[0]!.key,
            from: '2025-09-01',
            until: '2027-01-10',
            element: 'E3',
            band: 'B',
            authority: 'Made-up County',
          }),
        ),
        kept(
          blank(Funding, { pupil: readers[1]!.key, from: '2026-04-01', element: 'place', amount: 99_900 }),
        ),
      ],
      bands: [
        kept(
          blank(FundingBand, { authority: 'Made-up County', from: '2025-04-01', band: 'B', amount: 310_000 }),
        ),
        kept(
          blank(FundingBand, { authority: 'Made-up County', from: '2026-09-01', band: 'B', amount: 333_333 }),
        ),
      ],
    },
  }
}
