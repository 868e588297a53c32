import type { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'

type Entry = {
  readonly kind: ChronologyEntry['kind']
  readonly text: string
  readonly source: string | null
  readonly thirdParty?: true
}

/** What a school writes down between reviews. Templates of `say`; a family may read each of them. */
export const entries: readonly Entry[] = [
  {
    kind: 'call',
    text: '{parent} rang: {name} [slept badly|was worried about the trip|loved the concert]. We agreed that {adult} [meets {them} at the gate|sends a photo at lunch].',
    source: '{parent}',
  },
  {
    kind: 'parents',
    text: 'Met {parent} and {name} to look at the targets. {name} showed {their} [work on {interest}|reading diary]. Next talk in [six|eight] weeks.',
    source: '{parent} and {name}',
  },
  {
    kind: 'observation',
    text: 'Watched {name} in {lesson} for [20|30] minutes: began [at once|with a prompt], asked for help [twice|once], worked with a partner to the end.',
    source: '{adult}',
  },
  {
    kind: 'assessment',
    text: 'Reading age measured: [7;2|8;4|9;1], [four|six|five] months more than in the [autumn|spring].',
    source: null,
  },
  {
    kind: 'letter',
    text: 'Letter from the [speech and language service|community paediatrician]: [the block of therapy begins after half-term|seen in clinic, next appointment in six months].',
    source: 'NHS',
    thirdParty: true,
  },
  {
    kind: 'concern',
    text: '{name} [was tearful before {lesson}|went to {base} three times this week]. {adult} talked with {them}: [the seating had changed|a friend was away]. Put right the same day.',
    source: '{adult}',
  },
  {
    kind: 'decision',
    text: 'Agreed with {parent} that {name} [moves to the morning reading group|has a pass for {base}|stops the spelling group, which has done its work].',
    source: '{parent}',
  },
  {
    kind: 'observation',
    text: 'The educational psychologist saw {name} in class and will write. First thoughts: [keep the visual timetable|shorter tasks, more often|trust {their} strengths in talk].',
    source: 'Educational psychologist',
    thirdParty: true,
  },
  {
    kind: 'call',
    text: '{name}’s [grandmother|aunt] rang to say that [{name} stays with her this week|the family is moving to Mill Bank]. {parent} confirmed.',
    source: 'A relative',
    thirdParty: true,
  },
  {
    kind: 'other',
    text: '{name} [read to the whole school in assembly|was chosen for the school council|helped two new children to settle]. {parent} was told the same day.',
    source: null,
  },
]

export const holdReason =
  'The family has appealed to the tribunal about the contents of the plan. Keep everything until it is decided and the time to appeal further has passed.'
export const accessNote =
  'Asked at the gate, then by email. Wants everything, with the professionals’ reports.'
