import { addresseeOf, authorityOf, type Hindrance, sorted } from '../../documents/letters/addressees.ts'
import { chaseAdvice } from '../../documents/letters/chaseAdvice.ts'
import { chaseAssessment, type AssessmentOwed } from '../../documents/letters/chaseAssessment.ts'
import { chaseNotice } from '../../documents/letters/chaseNotice.ts'
import { chaseDecision } from '../../documents/letters/chaseDecision.ts'
import { chaseFinalPlan } from '../../documents/letters/chaseFinalPlan.ts'
import type { Owed } from '../../documents/letters/chases.ts'
import { type Addressee, letterKinds } from '../../documents/letters/letter.ts'
import type { Batch } from '../../documents/letters/letters.ts'
import { Problem } from '../../domain/problem.ts'
import { Chase } from '../../domain/records/chase.ts'
import { Contact } from '../../domain/records/contact.ts'
import { ContactAnswer } from '../../domain/records/contactAnswer.ts'
import { DateLimit } from '../../domain/records/dateLimit.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { School } from '../../domain/records/school.ts'
import type { Day } from '../../domain/rules/day.ts'
import { cleared } from '../../domain/rules/contactAnswers.ts'
import { assessmentSteps } from '../../domain/rules/needsAssessment.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { chaseBook, mayChase } from '../../domain/rules/todayChases.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import { gatherReview } from '../gatherReview.ts'
import { letterFile } from './letterFile.ts'
import { orNone } from '../orNone.ts'
import { adviceOwed, authorityOwes } from './owed.ts'

/**
 * What a reminder is about: the authority's debt of a review, one person's advice or that of everybody who owes it and
 * wasn't reminded within the week (`contributor` null), or an EHC needs assessment.
 */
export type ChaseOf =
  | { readonly review: string; readonly what: 'decision' | 'finalPlan' | 'notice' }
  | { readonly review: string; readonly what: 'advice'; readonly contributor: string | null }
  | { readonly assessment: string }

/** A reminder ready to be written: to whom, of what, and the row that is logged when it goes. */
export type ReadyChase = {
  readonly batch: Batch
  readonly people: readonly { readonly to: Addressee; readonly owed: Owed }[]
  /** Who owes too and can't be written to before something is asked. */
  readonly left: readonly Hindrance[]
  readonly row: Pick<Chase, 'pupil' | 'what'> & Partial<Chase>
}

type Where = { readonly schoolName: string; readonly today: Day }
const nothingOwed = (today: Day) =>
  new Problem(
    { code: 'refused', why: 'Nothing is owed here any more: somebody may have recorded it meanwhile.' },
    `nothing is owed on ${today}`,
  )

const authorityLetters = {
  decision: ['chaseDecision', chaseDecision],
  notice: ['chaseNotice', chaseNotice],
  finalPlan: ['chaseFinal', chaseFinalPlan],
} as const

const ofReview = async (
  records: SchoolRecords,
  of: Exclude<ChaseOf, { assessment: string }>,
  where: Where,
): Promise<ReadyChase> => {
  const [file, chases] = await Promise.all([
    gatherReview(records, of.review, where),
    orNone(records.store(Chase).about('review', of.review)),
  ])
  const row = { pupil: file.pupil.key, review: of.review }
  const { today } = where
  if (of.what === 'advice') {
    const book = chaseBook(chases.records)
    const owing = file.contributors.flatMap((person) => {
      const asked =
        of.contributor === null
          ? person.role !== 'senco' && mayChase(book.of({ what: 'advice', contributor: person.key }), today)
          : person.key === of.contributor
      const owed = asked ? adviceOwed(person, file, chases.records) : null
      return owed ? [{ to: addresseeOf(person, file, today), owed }] : []
    })
    if (owing.length === 0) throw nothingOwed(today)
    const to = owing.map((one) => one.to)
    const answers = to.some(({ restriction }) => restriction?.trim())
      ? (await orNone(records.store(ContactAnswer).about('pupil', file.pupil.key))).records
      : []
    const { ready, hindered } = sorted(to, cleared(answers, to, letterKinds.chaseAdvice, of.review))
    const people = owing.filter(({ to }) => ready.includes(to))
    const letters = people.map(({ to, owed }) => ({ to, body: chaseAdvice(owed) }))
    return {
      batch: { kind: 'chaseAdvice', file, today, letters },
      people,
      left: hindered,
      row: { ...row, what: 'advice' },
    }
  }
  const owes = authorityOwes(file, chases.records, today)
  if (!owes) throw nothingOwed(today)
  const to = authorityOf(file, today)
  const [kind, bodyOf] = authorityLetters[owes.what]
  return {
    batch: { kind, file, today, letters: [{ to, body: bodyOf(owes.owed) }] },
    people: [{ to, owed: owes.owed }],
    left: [],
    row: { ...row, what: owes.what, contributor: null },
  }
}

/** A letter about an assessment stands on no review: one that holds nothing but the pupil. */
const ofAssessment = async (
  records: SchoolRecords,
  key: string,
  { schoolName, today }: Where,
): Promise<ReadyChase> => {
  const assessment = await records.store(NeedsAssessment).byKey(key)
  const [pupil, schools, contacts, limits, chases] = await Promise.all([
    records.store(Pupil).byKey(assessment.pupil),
    records.store(School).all(),
    records.store(Contact).about('pupil', assessment.pupil),
    orNone(records.store(DateLimit).all()),
    orNone(records.store(Chase).about('pupil', assessment.pupil)),
  ])
  const step = assessmentSteps(assessment, today).find(
    ({ owner, done, due }) => owner === 'authority' && done === null && due !== null,
  )
  if (!step?.due || !step.why || !assessment.requested) throw nothingOwed(today)
  const owed: AssessmentOwed = {
    due: { day: step.due, why: step.why },
    before: chases.records.filter((one) => one.assessment === key).map(({ on }) => on),
    step: step.label,
    requested: assessment.requested,
    reference: assessment.reference,
  }
  const file = letterFile(
    {
      school: settingsOn(schools.records, today) ?? null,
      schoolName,
      limits: limits.records,
      pupil: { ...pupil, localAuthority: assessment.authority ?? pupil.localAuthority },
      contacts: contacts.records,
    },
    assessment,
  )
  const to = authorityOf(file, today)
  return {
    batch: {
      kind: 'chaseAssessment',
      file,
      today,
      letters: [{ to, body: chaseAssessment(owed) }],
      of: { name: 'assessment', key },
    },
    people: [{ to, owed }],
    left: [],
    row: { pupil: pupil.key, what: 'assessment', assessment: key, contributor: null },
  }
}

/** Everything that a reminder says, read now. Problem `refused` where nothing is owed any more. */
export const gatherChase = (records: SchoolRecords, of: ChaseOf, where: Where): Promise<ReadyChase> =>
  'assessment' in of ? ofAssessment(records, of.assessment, where) : ofReview(records, of, where)
