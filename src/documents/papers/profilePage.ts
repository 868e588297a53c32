import { inWords, t } from '../../words/t.ts'
import { Profile } from '../../domain/records/profile.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import type { Stored } from '../../domain/record.ts'
import { needTypes, yearGroups } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { showDay } from '../../domain/rules/day.ts'
import { type Part, publishedParts, type Ticks } from '../../domain/rules/publish.ts'
import type { Block, DocumentContent, Photo } from '../blocks.ts'
import type { Design } from '../design/design.ts'
import { type Drawing, questionDrawings } from '../drawings.ts'
import { fits } from './fit.ts'
import { joinedNames, note, paragraph, strong, text } from '../minutes/parts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'

/** A page for everybody, or one for a young child: larger, with pictures, and only the child's own part. */
export const profileLooks = ['plain', 'pictures'] as const
export type ProfileLook = (typeof profileLooks)[number]

/** What a one-page profile is made of. */
export type ProfilePage = PaperOf & {
  readonly profile: Stored<Profile>
  readonly needs: readonly Stored<Need>[]
  readonly outcomes: readonly Stored<Outcome>[]
  /** What the SENCO keeps from staff stays off a page that they carry; null where nothing was ever chosen. */
  readonly ticks: Ticks | null
  readonly look: ProfileLook
  /** Whether a photo goes onto it, and the photo itself once it is read. */
  readonly hasPhoto: boolean
  readonly photo: Photo | null
}

/** Sizes to try, in points, from the one that reads best: the first with which everything stands on one page. */
const sizes: Record<ProfileLook, readonly number[]> = {
  plain: [12, 11.5, 11, 10.5, 10],
  pictures: [18, 17, 16, 15, 14, 13, 12],
}

type OwnPart = 'goodAt' | 'strengths' | 'important' | 'helps' | 'avoid' | 'triggers' | 'communication'
type Told = {
  /** What belongs together stands under one heading: each heading takes room from the letters. */
  readonly fields: readonly OwnPart[]
  /** Said to a young child. */
  readonly simply: string
  readonly drawing: Drawing
}
/** In the child's own words, what is good first. */
const own = (): readonly Told[] => [
  {
    fields: ['goodAt', 'strengths'],
    simply: t`What people like about me`,
    drawing: questionDrawings.star,
  },
  { fields: ['important'], simply: t`What matters to me`, drawing: questionDrawings.happy },
  { fields: ['helps'], simply: t`What helps me`, drawing: questionDrawings.help },
  { fields: ['avoid', 'triggers'], simply: t`What does not help me`, drawing: questionDrawings.hard },
  { fields: ['communication'], simply: t`How I tell people things`, drawing: questionDrawings.talk },
]

/** A code of the census says nothing in a corridor. */
const typeInWords = (need: Pick<Need, 'type'>): string =>
  inWords(needTypes[need.type]).replace(/ \([A-Z]+\)$/, '')

/** Targets of the school on the way: the outcomes of an EHC plan are too long for this page. */
const isAim = ({ status, kind }: Outcome): boolean => status === 'current' && kind !== 'sectionE'

const kept = ({ ticks }: ProfilePage, part: Part): boolean => ticks?.[part] !== false

/** Whether a part would have something on this page. */
const has = ({ pupil, profile, needs, outcomes, look }: ProfilePage, part: Part): boolean => {
  switch (part) {
    case 'needs':
      return look === 'plain' && needs.length > 0
    case 'targets':
      return look === 'plain' && outcomes.some(isAim)
    case 'strategies':
    case 'equipment':
    case 'exams':
      return look === 'plain' && profile[part] !== null
    case 'health':
      return look === 'plain' && pupil.alertMedical === true
    case 'keyAdult':
      return pupil.keyAdult !== null
    default:
      return profile[part] !== null
  }
}

/** What has something to say and is left out, since the SENCO keeps it from staff. */
export const leftOut = (page: ProfilePage): string[] =>
  publishedParts.filter(({ part }) => !kept(page, part) && has(page, part)).map(({ label }) => label)

const line = (label: string, words: string): Block => paragraph(strong(`${label}: `), text(words))
/** What is said in one line stands beside its label, several lines under a small heading. */
const beside = (label: string, words: string | null): Block[] =>
  words && !words.trim().includes('\n') ? [line(label, words.trim())] : under(2, label, told(words))

const ownWords = (page: ProfilePage): Block[] =>
  own().flatMap(({ fields, simply, drawing }) => {
    const words = (field: OwnPart) => (kept(page, field) ? page.profile[field] : null)
    if (page.look === 'plain') {
      const [first, ...more] = fields.filter((field) => words(field) !== null)
      return first === undefined
        ? []
        : [
            ...under(1, inWords(Profile.fields[first].label), told(words(first))),
            ...more.flatMap((field) => beside(inWords(Profile.fields[field].label), words(field))),
          ]
    }
    const said = fields.flatMap((field) => told(words(field), { inset: true }))
    return said.length === 0 ? [] : [{ is: 'heading', level: 1, text: simply, drawing } as const, ...said]
  })

const targetsShown = 3

/** What adults need beside the child's words: who, what for, how. */
const forStaff = (page: ProfilePage): Block[] => {
  const { pupil, profile, outcomes, needs, today } = page
  const areas = kept(page, 'needs') ? currentNeeds(needs, today).map(typeInWords) : []
  const aims = kept(page, 'targets') ? outcomes.filter(isAim).slice(0, targetsShown) : []
  const lines = [
    ...(areas.length > 0 ? [line(t`Area of need`, areas.join('; '))] : []),
    ...(kept(page, 'communication') && pupil.communication
      ? [line(t`Communication aids or interpreter`, pupil.communication)]
      : []),
    ...(kept(page, 'health') && pupil.alertMedical
      ? [line(t`Health`, t`there is a health-care plan: read it`)]
      : []),
  ]
  const words = (field: 'strategies' | 'equipment' | 'exams') => (kept(page, field) ? profile[field] : null)
  const labelOf = (field: keyof typeof Profile.fields) => inWords(Profile.fields[field].label)
  const parts = [
    ...lines,
    ...beside(labelOf('equipment'), words('equipment')),
    ...beside(labelOf('exams'), words('exams')),
    ...under(2, labelOf('strategies'), told(words('strategies'))),
    ...under(
      2,
      t`What we are working towards`,
      aims.length > 0 ? [{ is: 'list', items: aims.map((aim) => [text(aim.text)]) }] : [],
    ),
  ]
  return under(1, t`For adults in school`, parts)
}

const facts = (page: ProfilePage): string => {
  const { pupil, look } = page
  return [
    pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]),
    pupil.className,
    look === 'plain' && kept(page, 'keyAdult') && pupil.keyAdult && t`Key adult: ${pupil.keyAdult}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const helper = (page: ProfilePage): Block[] =>
  page.look === 'pictures' && page.pupil.keyAdult && kept(page, 'keyAdult')
    ? [
        {
          is: 'heading',
          level: 1,
          text: t`Who I can go to`,
          drawing: questionDrawings.friends,
        },
        ...told(page.pupil.keyAdult, { inset: true }),
      ]
    : []

/** Who agreed to it, as far as that is recorded. */
const agreedBy = ({ pupil, profile }: ProfilePage): string[] =>
  [profile.pupilAgreed === true && calledName(pupil), profile.parentAgreed, profile.staffAgreed].filter(
    (name) => typeof name === 'string',
  )

const blocksOf = (page: ProfilePage): Block[] => {
  const { pupil, profile, photo, look } = page
  const said = facts(page)
  const agreed = agreedBy(page)
  const made = [
    agreed.length > 0
      ? t`Agreed on ${showDay(profile.from)} by ${joinedNames(agreed)}`
      : t`Agreed on ${showDay(profile.from)}`,
    profile.madeWith && t`made with ${profile.madeWith}`,
    profile.reviewOn && t`to be looked at again on ${showDay(profile.reviewOn)}`,
  ]
  return [
    {
      is: 'title',
      text: look === 'pictures' ? t`All about ${calledName(pupil)}` : fullName(pupil),
      ...(photo ? { photo } : {}),
    },
    ...(said ? [note(said)] : []),
    ...ownWords(page),
    ...helper(page),
    ...(look === 'plain' ? forStaff(page) : []),
    ...(look === 'plain' ? [note(`${made.filter(Boolean).join('; ')}.`)] : []),
  ]
}

/** The page, in the largest type with which it stands on one page of that look, and whether it does with any. */
export const profilePage = (
  page: ProfilePage,
  design?: Design,
): { content: DocumentContent; onePage: boolean } => {
  const blocks = blocksOf(page)
  const content = (type: number) =>
    paperContent('profile', page, blocks, {
      subject: t`How a pupil wants to be known and helped`,
      foot: t`One-page profile · ${showDay(page.profile.from)}`,
      of: { profile: page.profile.key },
      type,
    })
  const fitting = sizes[page.look].find((type) => fits(content(type), page.hasPhoto, design))
  return { content: content(fitting ?? sizes[page.look].at(-1)!), onePage: fitting !== undefined }
}
