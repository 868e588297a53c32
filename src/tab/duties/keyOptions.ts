import { inWords, t } from '../../words/t.ts'
import { useQueries } from '@tanstack/react-query'
import { saidOf } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../../domain/record.ts'
import { AccessRequest } from '../../domain/records/accessRequest.ts'
import { Complaint } from '../../domain/records/complaint.ts'
import { ComplaintStage, complaintWays } from '../../domain/records/complaintStage.ts'
import { Disclosure } from '../../domain/records/disclosure.ts'
import { Need } from '../../domain/records/need.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Review } from '../../domain/records/review.ts'
import { Service } from '../../domain/records/service.ts'
import { Transfer } from '../../domain/records/transfer.ts'
import { Transition } from '../../domain/records/transition.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { londonDay, showDay } from '../../domain/rules/day.ts'
import { orNone } from '../../ui/orNone.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone } from '../../ui/useSchool.ts'

/** What records of a type are called where one is chosen, newest first or by name. */
type Named = { readonly type: AnyRecordType; of(rows: readonly Stored<never>[]): readonly KeyOption[] }
const named = <T>(
  type: AnyRecordType,
  text: (row: Stored<T>) => string,
  order?: (row: T) => string,
): Named => ({
  type,
  of: (rows) =>
    (rows as unknown as readonly Stored<T>[])
      .toSorted((a, b) =>
        order ? order(b).localeCompare(order(a)) : text(a).localeCompare(text(b), 'en-GB'),
      )
      .map((row) => ({ key: row.key, text: text(row) })),
})

const ofSchool: Readonly<Record<string, Named>> = {
  Service: named<Service>(Service, ({ name }) => name),
  ComplaintStage: named<ComplaintStage>(
    ComplaintStage,
    ({ way, order, name }) => `${inWords(complaintWays[way])}, ${order}: ${name}`,
  ),
  Complaint: named<Complaint>(
    Complaint,
    ({ way, received, from }) => `${showDay(received)}: ${inWords(complaintWays[way])}, ${from}`,
    ({ received }) => received,
  ),
}
const ofPupil: Readonly<Record<string, Named>> = {
  Need: named<Need>(
    Need,
    ({ type }) => inWords(needTypes[type]),
    // As they were given: the surest first.
    ({ rank }) => String(99 - (rank ?? 99)).padStart(2, '0'),
  ),
  AccessRequest: named<AccessRequest>(
    AccessRequest,
    ({ received, from }) => t`Received ${showDay(received)}${from ? `, ${from}` : ''}`,
    ({ received }) => received,
  ),
  Disclosure: named<Disclosure>(
    Disclosure,
    ({ did, what, createdAt }) =>
      [
        createdAt && showDay(londonDay(new Date(createdAt))),
        inWords(Disclosure.fields.did.choices[did]),
        what,
      ]
        .filter(Boolean)
        .join(', '),
    (row) => (row as Stored<Disclosure>).createdAt ?? '',
  ),
  Review: named<Review>(
    Review,
    ({ type, meetingDate }) =>
      `${inWords(Review.fields.type.choices[type])}, ${meetingDate ? showDay(meetingDate) : t`no meeting yet`}`,
    ({ meetingDate }) => meetingDate ?? '9999',
  ),
  NeedsAssessment: named<NeedsAssessment>(
    NeedsAssessment,
    ({ requested }) => (requested ? t`Asked for on ${showDay(requested)}` : t`Being prepared`),
    ({ requested }) => requested ?? '9999',
  ),
  Transfer: named<Transfer>(
    Transfer,
    (row) => `${saidOf(Transfer.fields.way, row.way)}: ${row.school ?? ''}`,
  ),
  Transition: named<Transition>(
    Transition,
    (row) => `${saidOf(Transition.fields.kind, row.kind)}, ${showDay(row.began)}`,
    ({ began }) => began ?? '9999',
  ),
}

const pointedAt = (type: AnyRecordType, among: Readonly<Record<string, Named>>) => [
  ...new Set(
    fieldsOf(type).flatMap(([, field]) => (field.kind === 'key' && among[field.to] ? [field.to] : [])),
  ),
]

const optionsOf = (
  names: readonly string[],
  among: Readonly<Record<string, Named>>,
  results: readonly { readonly data?: unknown }[],
): Readonly<Record<string, readonly KeyOption[]>> =>
  Object.fromEntries(
    names.map((name, at) => [
      name,
      among[name]!.of(
        ((results[at]?.data as { records?: readonly Stored<never>[] } | undefined)?.records ??
          []) as readonly Stored<never>[],
      ),
    ]),
  )

/** Of lists of the school that key fields of a type point to: what can be chosen, by the name of the type pointed to. */
export const useSchoolKeyOptions = (type: AnyRecordType) => {
  const services = useServices()
  const names = pointedAt(type, ofSchool)
  const results = useQueries({ queries: names.map((name) => allOrNone(services, ofSchool[name]!.type)) })
  return optionsOf(names, ofSchool, results)
}

/** The same of one pupil's own records; nothing while no pupil is chosen. A list that can't be read offers nothing. */
export const usePupilKeyOptions = (type: AnyRecordType, pupil: string | null) => {
  const services = useServices()
  const names = pupil === null ? [] : pointedAt(type, ofPupil)
  const results = useQueries({
    queries: names.map((name) => ({
      ...aboutOf(services, ofPupil[name]!.type, 'pupil' as never, pupil ?? ''),
      queryFn: () => orNone(services.records.store(ofPupil[name]!.type).about('pupil' as never, pupil ?? '')),
    })),
  })
  return optionsOf(names, ofPupil, results)
}
