import type { Stored } from '../record.ts'
import type { ContactAnswer } from '../records/contactAnswer.ts'

/** Somebody to whom something would go. `contact` is the contact's key, where one is linked. */
export type Restricted = {
  readonly name: string
  readonly contact?: string | null
  readonly restriction: string | null
}

const isRestricted = ({ restriction }: Restricted): boolean => (restriction ?? '').trim() !== ''

/**
 * The newest answer for this person, this kind of letter and this review; null where nobody was asked. Once the
 * restriction says something else, what was answered before no longer counts.
 */
export const answerFor = (
  answers: readonly Stored<ContactAnswer>[],
  to: Restricted,
  what: string,
  review: string | null,
): Stored<ContactAnswer> | null =>
  answers
    .filter(
      (one) =>
        !one.archived &&
        one.what === what &&
        one.review === review &&
        (one.asked ?? '') === (to.restriction ?? '') &&
        (one.contact && to.contact ? one.contact === to.contact : one.to === to.name),
    )
    .toSorted((a, b) => (`${a.on} ${a.createdAt ?? ''}` < `${b.on} ${b.createdAt ?? ''}` ? 1 : -1))[0] ?? null

/** Whether something may go to somebody: there is no restriction, or it was asked and answered so. */
export const mayGoTo = (
  answers: readonly Stored<ContactAnswer>[],
  to: Restricted,
  what: string,
  review: string | null,
): boolean => !isRestricted(to) || answerFor(answers, to, what, review)?.answer === 'may'

/** Who of these was asked about and may be written to: the keys, or the names of those who have none. */
export const cleared = (
  answers: readonly Stored<ContactAnswer>[],
  people: readonly (Restricted & { readonly key: string | null })[],
  what: string,
  review: string | null,
): ReadonlySet<string> =>
  new Set(people.filter((to) => mayGoTo(answers, to, what, review)).map(({ key, name }) => key ?? name))
