import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Action } from '../records/action.ts'
import type { Allocation } from '../records/allocation.ts'
import { type Contributor, contributorRoles, statutoryInvitees } from '../records/contributor.ts'
import type { Outcome } from '../records/outcome.ts'
import type { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { ProvisionReview } from '../records/provisionReview.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import type { SectionChange } from '../records/sectionChange.ts'
import type { View } from '../records/view.ts'
import type { Day } from './day.ts'
import { differingViews } from './differences.ts'
import type { QualityBlock, QualityPoint } from './quality.ts'
import type { QualityCheck } from './qualityRows.ts'
import { adulthoodDue, rightsWithYoungPerson } from './reviewDates.ts'
import { meetingHeld } from './reviewMoves.ts'
import { type ReviewStep, reviewSteps } from './reviewSteps.ts'
import type { ReviewSettings } from './reviewSettings.ts'

/** What a review writes that the wording checker looks at, with how many notes are open on it. */
export type CheckedText = {
  readonly block: QualityBlock
  readonly record: string
  readonly field: string
  readonly called: string
  readonly open: number
}

/** Everything that the checklist looks at. */
export type QualityRecords = {
  readonly review: Stored<Review>
  readonly pupil: Stored<Pupil>
  /** Outcomes of Section E and lines of Section F that this review looks at. */
  readonly outcomes: readonly Stored<Outcome>[]
  readonly support: readonly Stored<Allocation>[]
  /** Targets that this review sets. */
  readonly targets: readonly Stored<Outcome>[]
  readonly progress: readonly Stored<OutcomeProgress>[]
  readonly provisionReviews: readonly Stored<ProvisionReview>[]
  readonly contributors: readonly Stored<Contributor>[]
  readonly sectionChanges: readonly Stored<SectionChange>[]
  readonly actions: readonly Stored<Action>[]
  readonly views: readonly Stored<View>[]
  readonly settings: ReviewSettings
  readonly texts: readonly CheckedText[]
}

const point = (
  block: QualityBlock,
  field: string,
  met: unknown,
  words: string,
  record: string | null = null,
): QualityPoint => ({ met: Boolean(met), words, place: { block, record, field } })

/** A field of the review itself. */
const own = (block: QualityBlock, { review }: QualityRecords, field: keyof Review & string, words: string) =>
  point(block, field, review[field] !== null, words, review.key)

const eachOutcome = (
  { outcomes, progress }: QualityRecords,
  field: keyof OutcomeProgress & string,
  words: string,
): QualityPoint[] =>
  outcomes.length === 0
    ? [point('outcomes', field, false, t`The plan has no outcomes on record`)]
    : outcomes.map(({ key }, at) => {
        const row = progress.find(({ outcome }) => outcome === key)
        return point('outcomes', field, row?.[field], t`Outcome ${at + 1}: ${words}`, row?.key ?? null)
      })

const eachLine = (
  { support, provisionReviews }: QualityRecords,
  field: keyof ProvisionReview & string,
  words: string,
): QualityPoint[] =>
  support.length === 0
    ? [point('support', field, false, t`No support is marked as Section F`)]
    : support.map(({ key }, at) => {
        const row = provisionReviews.find(({ allocation }) => allocation === key)
        return point(
          'support',
          field,
          row?.[field],
          t`Line ${at + 1} of Section F: ${words}`,
          row?.key ?? null,
        )
      })

const says = (review: Review, fields: readonly (keyof Review)[]) =>
  fields.some((field) => review[field] !== null)
const childFields = ['childGoingWell', 'childHard', 'childWants', 'childAspirations'] as const
const parentFields = ['parentGoingWell', 'parentConcerns', 'parentWants', 'parentAspirations'] as const
const viewsOf = ({ views }: QualityRecords, wanted: View['whose']) =>
  views.filter(({ whose }) => whose === wanted)

const present = ({ contributors }: QualityRecords) =>
  contributors.filter(({ attended }) => attended === 'inPerson' || attended === 'online')
const dayOf = ({ review }: QualityRecords, today: Day) => review.meetingDate ?? today

/** Before the meeting nobody can have attended, decided or agreed: what comes of it isn't asked yet. */
const afterMeeting = (records: QualityRecords, points: () => QualityPoint[]): QualityPoint[] =>
  meetingHeld(records.review) ? points() : []

const stepWords: Partial<Record<ReviewStep['step'], readonly [words: string, field: string]>> = {
  invite: [t`Invitations`, 'invitationsSent'],
  circulate: [t`Papers`, 'papersCirculated'],
  report: [t`The report`, 'reportSent'],
}

/** Each check as points: none where it asks nothing of this review. */
export const qualityTests: Record<QualityCheck, (records: QualityRecords, today: Day) => QualityPoint[]> = {
  progress: (records) => eachOutcome(records, 'rating', t`how far it has come`),
  evidence: (records) => eachOutcome(records, 'evidence', t`what shows it`),
  decision: (records) => eachOutcome(records, 'decision', t`whether it stands`),
  targets: (records) => [
    point('outcomes', 'targets', records.targets.length > 0, t`No target is set for the next twelve months`),
  ],
  delivered: (records) => eachLine(records, 'delivered', t`what was delivered`),
  effective: (records) => eachLine(records, 'effective', t`whether it works`),
  child: (records) => [
    point(
      'child',
      'childGoingWell',
      viewsOf(records, 'child').length > 0 || says(records.review, childFields),
      t`What the child thinks, wishes and feels`,
      records.review.key,
    ),
  ],
  childHow: (records) => {
    const views = viewsOf(records, 'child')
    const told =
      records.review.childViewsHow !== null || (views.length > 0 && views.every(({ how }) => how !== null))
    return [point('child', 'childViewsHow', told, t`How the child’s views were gathered`, records.review.key)]
  },
  parents: (records, today) =>
    rightsWithYoungPerson(records.pupil.dateOfBirth, dayOf(records, today))
      ? []
      : [
          point(
            'parents',
            'parentGoingWell',
            viewsOf(records, 'parent').length > 0 || says(records.review, parentFields),
            t`What the parents think`,
            records.review.key,
          ),
        ],
  parentsHow: (records, today) => {
    if (rightsWithYoungPerson(records.pupil.dateOfBirth, dayOf(records, today))) return []
    const views = viewsOf(records, 'parent')
    const told =
      records.review.parentViewsHow !== null || (views.length > 0 && views.every(({ how }) => how !== null))
    return [
      point('parents', 'parentViewsHow', told, t`How the parents’ views were gathered`, records.review.key),
    ]
  },
  invited: ({ contributors, review }) =>
    statutoryInvitees.map((role) => {
      // The parent or the young person counts once.
      const row = contributors.filter(
        (one) => one.role === role || (role === 'parent' && one.role === 'youngPerson'),
      )
      const met =
        row.some(({ invited }) => invited !== null) || (row.length > 0 && review.invitationsSent !== null)
      return point('people', 'invited', met, t`${contributorRoles[role]}: invited on`, row[0]?.key ?? null)
    }),
  advice: ({ contributors }) => {
    const asked = contributors.filter(({ adviceAsked, adviceReceived }) => adviceAsked || adviceReceived)
    return asked.length === 0
      ? [point('people', 'adviceAsked', false, t`Nobody was asked for advice`)]
      : asked.map(({ key, role, adviceReceived }) =>
          point('people', 'adviceReceived', adviceReceived, t`Advice of: ${contributorRoles[role]}`, key),
        )
  },
  attached: ({ contributors }) =>
    contributors
      .filter(({ adviceReceived }) => adviceReceived)
      .map(({ key, role, adviceTitle }) =>
        point(
          'people',
          'adviceTitle',
          adviceTitle,
          t`Title of the advice of: ${contributorRoles[role]}`,
          key,
        ),
      ),
  health: (records) => [
    own('health', records, 'healthUpdate', t`Health: what has changed`),
    own('health', records, 'socialCareUpdate', t`Social care: what has changed`),
  ],
  adulthood: (records, today) =>
    adulthoodDue(records.pupil.yearGroup, records.pupil.dateOfBirth, dayOf(records, today))
      ? [
          own('adulthood', records, 'adulthoodWork', t`Education, training and work`),
          own('adulthood', records, 'adulthoodLiving', t`Living independently`),
          own('adulthood', records, 'adulthoodCommunity', t`Friends, relationships and community`),
          own('adulthood', records, 'adulthoodHealth', t`Being healthy as an adult`),
        ]
      : [],
  placement: (records) => [
    own('placement', records, 'placementSuitable', t`Whether the placement still suits`),
  ],
  budget: (records) => [
    own('budget', records, 'budgetExplained', t`Whether a personal budget was explained`),
  ],
  recommendation: (records) => [
    own('recommendation', records, 'recommendation', t`What the school recommends`),
    own('recommendation', records, 'recommendationReasons', t`Why the school recommends it`),
  ],
  parties: (records) =>
    afterMeeting(records, () =>
      present(records).map(({ key, role, recommendation }) =>
        point(
          'recommendation',
          'recommendation',
          recommendation,
          t`${contributorRoles[role]}: what they recommend`,
          key,
        ),
      ),
    ),
  differences: (records) => {
    const differ = differingViews(records.review, records.contributors)
    return records.contributors
      .filter(({ name, role }) =>
        differ.some((one) => one.name === name && one.role === contributorRoles[role]),
      )
      .map(({ key, role, reasons }) =>
        point(
          'recommendation',
          'reasons',
          reasons,
          t`${contributorRoles[role]}: reasons, in their words`,
          key,
        ),
      )
  },
  actions: ({ actions }) =>
    actions.flatMap(({ key, owner, due }, at) => [
      point('actions', 'owner', owner, t`Action ${at + 1}: who does it`, key),
      point('actions', 'due', due, t`Action ${at + 1}: by when`, key),
    ]),
  dates: (records, today) =>
    reviewSteps(records.review, today, records.settings).flatMap((step) => {
      const told = stepWords[step.step]
      if (!told || step.due === null) return []
      // What is not due yet is neither kept nor missed.
      if (step.state === 'onTrack' || step.state === 'dueSoon' || step.state === 'waiting') return []
      const words =
        step.state === 'late' ? t`${told[0]} went out after the date` : t`${told[0]}: date has passed`
      return [point('dates', told[1], step.state === 'done', words, records.review.key)]
    }),
  wording: ({ texts }) =>
    texts.map(({ block, record, field, called, open }) =>
      point(
        block,
        field,
        open === 0,
        t`${called}: ${open === 1 ? t`1 note` : t`${open} notes`} on the wording`,
        record,
      ),
    ),
}
