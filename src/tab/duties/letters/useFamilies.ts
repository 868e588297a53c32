import { useQuery } from '@tanstack/react-query'
import type { FamilyOf } from '../../../documents/letters/familyLetters.ts'
import { grouped } from '../../../domain/grouped.ts'
import type { Stored } from '../../../domain/record.ts'
import type { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { Contact } from '../../../domain/records/contact.ts'
import type { Cycle } from '../../../domain/records/cycle.ts'
import { Need } from '../../../domain/records/need.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import { currentNeeds } from '../../../domain/rules/currentNeeds.ts'
import { talkRows, type TalkState } from '../../../domain/rules/conversations.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone, useSchool } from '../../../ui/useSchool.ts'
import { useTalkQueries } from '../talks/useTalks.ts'

/** A family that could be written to, with what it is chosen by. */
export type Choosable = FamilyOf & {
  readonly needs: readonly Need['type'][]
  /** How the conversations of the year stand; null where none are asked for. */
  readonly talks: TalkState | null
}

type Lists = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly entries: readonly Stored<ChronologyEntry>[]
  readonly cycles: readonly Stored<Cycle>[]
  readonly calendar: SchoolCalendar
  readonly contacts: readonly Stored<Contact>[]
  readonly reviews: readonly Stored<Review>[]
  readonly needs: readonly Stored<Need>[]
}

/** Everybody at the school who is on the SEND register, with what a letter to their family may say. */
export const choosable = (lists: Lists, today: Day): readonly Choosable[] => {
  const contacts = grouped(lists.contacts, ({ pupil }) => pupil)
  const reviews = grouped(lists.reviews, ({ pupil }) => pupil)
  const needs = grouped(lists.needs, ({ pupil }) => pupil)
  const talks = new Map(
    talkRows(lists.pupils, lists.entries, lists.cycles, lists.calendar, today).map((row) => [
      row.pupil.key,
      row,
    ]),
  )
  return lists.pupils
    .filter(
      ({ status, archived, left }) =>
        (status === 'K' || status === 'E') && !archived && (left === null || left >= today),
    )
    .map((pupil): Choosable => ({
      pupil,
      contacts: contacts.get(pupil.key) ?? [],
      needs: currentNeeds(needs.get(pupil.key) ?? [], today).map(({ type }) => type),
      reviewDate:
        (reviews.get(pupil.key) ?? [])
          .flatMap(({ meetingDate }) => (meetingDate !== null && meetingDate >= today ? [meetingDate] : []))
          .toSorted()[0] ?? null,
      talkBy: talks.get(pupil.key)?.talk.due ?? null,
      talks: talks.get(pupil.key)?.state ?? null,
    }))
    .toSorted(
      (a, b) =>
        a.pupil.surname.localeCompare(b.pupil.surname, 'en-GB') ||
        a.pupil.forename.localeCompare(b.pupil.forename, 'en-GB'),
    )
}

/** The queries that families are chosen from, in the order in which `Loaded` gives their answers. */
export const useFamilyQueries = () => {
  const services = useServices()
  return [
    ...useTalkQueries(),
    useQuery(allOrNone(services, Contact)),
    useAll(Review),
    useAll(Need),
    useSchool(),
  ] as const
}
