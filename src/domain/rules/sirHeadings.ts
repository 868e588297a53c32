import { t } from '../../words/t.ts'
import type { Day } from './day.ts'
import { began } from './lawRow.ts'

/** What the law asks the SEN information report to say, with how sure we are of the wording. */
export type SirHeading = {
  readonly words: string
  /** What belongs under it, for whoever writes it. */
  readonly asks: string
  readonly source: string
  /** `recalled`: to be held against the published text before anybody rests on it. */
  readonly sure: 'read' | 'recalled'
  /** The days on which it is asked for. */
  readonly from: Day
  readonly until: Day | null
  /** Asked of mainstream schools and nurseries alone. */
  readonly mainstream?: true
  /** Our own figures that belong there: ids, or beginnings of ids, of `leadingKinds`. */
  readonly figures?: readonly string[]
}

const schedule = (at: string) => `SEND Regulations 2014, Schedule 1, paragraph ${at}`
const section69 = 'Children and Families Act 2014, section 69(3)(b)'
const asked = (
  words: string,
  asks: string,
  source: string,
  more: Pick<SirHeading, 'mainstream' | 'figures'> & { readonly sure?: 'recalled' } = {},
): SirHeading => ({ words, asks, source, sure: 'read', from: began, until: null, ...more })

/**
 * The headings of the SEN information report, in their order: a change of law ends one with a last day and adds another.
 * Source: SEND Regulations 2014, regulation 51 and Schedule 1; Children and Families Act 2014, section 69.
 */
export const sirHeadings = {
  kinds: asked(
    'Kinds of special educational needs for which we provide',
    t`Which needs children here have now, and which you can provide for.`,
    schedule('1'),
    { figures: ['send', 'status.', 'need.', 'area.'] },
  ),
  identify: asked(
    'How we find out that a child has special educational needs, and assess them',
    t`Who notices, what is tried first, which assessments are used, how parents raise a worry.`,
    schedule('2'),
    { mainstream: true, figures: ['cycles.', 'ehcna.'] },
  ),
  effect: asked(
    'How we evaluate whether our provision works',
    t`What you look at, how often, and what you changed because of it.`,
    schedule('3(a)'),
    { figures: ['cycles.helped', 'given.'] },
  ),
  progress: asked(
    'How we assess and review progress towards outcomes',
    t`The turn of assess, plan, do, review; annual reviews; how parents and children take part.`,
    schedule('3(b)'),
    { figures: ['reviews.', 'plans.'] },
  ),
  teaching: asked(
    'How we teach pupils with special educational needs',
    t`What every teacher does in class before and beside anything extra.`,
    schedule('3(c)'),
  ),
  adapting: asked(
    'How we adapt the curriculum and the learning environment',
    t`Materials, rooms, routines, equipment in lessons; what can be asked for.`,
    schedule('3(d)'),
  ),
  additional: asked(
    'Additional support for learning',
    t`Groups, individual support and specialists, for whom, and how it is decided.`,
    schedule('3(e)'),
    { figures: ['given.'] },
  ),
  including: asked(
    'How pupils take part in activities with those who have no special educational needs',
    t`Clubs, trips, physical activities, breaks: what is done so that nobody is left out.`,
    schedule('3(f)'),
  ),
  wellbeing: asked(
    'Support for emotional, mental and social development',
    t`Pastoral support, listening to pupils, and what is done to prevent bullying.`,
    schedule('3(g)'),
    { figures: ['attendance.', 'suspended.'] },
  ),
  senco: asked(
    'Name and contact details of the SENCO',
    t`The name, a telephone number and an address that somebody reads.`,
    schedule('4'),
    { mainstream: true },
  ),
  staff: asked(
    'Expertise and training of staff, and how specialist expertise is secured',
    t`What staff were trained in, the SENCO’s qualification, which specialists you call on.`,
    schedule('5'),
  ),
  equipment: asked(
    'Equipment and facilities',
    t`How equipment and facilities for pupils with special educational needs are secured.`,
    schedule('6'),
  ),
  parents: asked(
    'How we consult parents and involve them in their child’s education',
    t`When you meet, who is there, what parents can expect in writing.`,
    schedule('7'),
    { figures: ['talks.'] },
  ),
  pupils: asked(
    'How we consult pupils and involve them in their education',
    t`How children say what helps, also those who don’t use words.`,
    schedule('8'),
    { sure: 'recalled' },
  ),
  complaints: asked(
    'What to do with a complaint about provision',
    t`Whom to speak to first, the school’s procedure, mediation and the tribunal.`,
    schedule('9'),
    { sure: 'recalled' },
  ),
  agencies: asked(
    'How governors involve health, social care, the authority and voluntary bodies',
    t`Which services work with the school, for what, and how long families wait.`,
    schedule('10'),
    { sure: 'recalled', figures: ['referrals.'] },
  ),
  contacts: asked(
    'Services that support parents',
    t`SENDIASS and other services, with how to reach them.`,
    schedule('11'),
    { sure: 'recalled' },
  ),
  transition: asked(
    'Support when pupils move between phases and prepare for adulthood',
    t`Visits, information passed on, and from Year 9 what comes after school.`,
    schedule('12'),
    { sure: 'recalled' },
  ),
  localOffer: asked(
    'Where the authority’s local offer is published',
    t`The address of the page, and what families find there.`,
    schedule('13'),
    { sure: 'recalled' },
  ),
  admission: asked(
    'Admission of disabled pupils',
    t`The arrangements for the admission of disabled pupils.`,
    `${section69}(i)`,
  ),
  treatment: asked(
    'Steps so that disabled pupils are not treated less favourably',
    t`What is done to prevent it, in and around lessons.`,
    `${section69}(ii)`,
  ),
  access: asked(
    'Facilities that help disabled pupils to reach the school',
    t`Ramps, lifts, toilets, parking, signs, quiet places.`,
    `${section69}(iii)`,
  ),
  accessibility: asked(
    'Our accessibility plan',
    t`The plan under the Equality Act 2010, Schedule 10, paragraph 3, or where it is published.`,
    `${section69}(iv)`,
  ),
} as const satisfies Record<string, SirHeading>
export type SirCode = keyof typeof sirHeadings

/** The headings as choices of a record; what the law doesn't ask for stands under a heading of the school's own. */
export const sirChoices = {
  ...(Object.fromEntries(Object.entries(sirHeadings).map(([code, { words }]) => [code, words])) as {
    readonly [C in SirCode]: string
  }),
  own: 'A heading of our own',
} as const

/** The codes that the law asks of this school on a day, in order. A special school need not answer the mainstream ones. */
export const sirCodesOn = (day: Day, phase: string | null): readonly SirCode[] =>
  (Object.keys(sirHeadings) as SirCode[]).filter((code) => {
    const { from, until, mainstream }: SirHeading = sirHeadings[code]
    return from <= day && (until === null || day <= until) && !(mainstream && phase === 'special')
  })

/** `Asked for by …`, with what to do where we are not sure of the wording. */
export const sirSource = (code: SirCode): string => {
  const { source, sure }: SirHeading = sirHeadings[code]
  return sure === 'recalled' ? t`${source} (hold the wording against the published text)` : source
}
