import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Child, Fix, ListName, ListRow } from '../../domain/rules/reconcileTypes.ts'
import { listNames } from '../../domain/rules/reconcileTypes.ts'

export const listWords: Record<ListName, string> = { ours: t`Ours`, mis: 'MIS', authority: t`Authority` }

const from = { mis: 'the MIS', authority: 'the authority' } as const

/** A fix as a choice says it. */
export const fixWords = (fix: Fix): string => {
  switch (fix.is) {
    case 'take': {
      const fields = Object.entries(fix.changes).map(([field, value]) => {
        const definition = fieldOf(Pupil, field)
        return `${inWords(definition.label)} ${saidOf(definition, value)}`
      })
      const needs = fix.needs?.map((type) => inWords(needTypes[type])).join(', then ')
      return t`Take from ${from[fix.from]}: ${[...fields, ...(needs ? [needs] : [])].join(', ')}`
    }
    case 'leaver':
      return fix.left
        ? t`Mark as left on ${showDay(fix.left)} and archive`
        : t`Mark as left and archive: choose the day`
    case 'joiner':
      return t`Add to our records`
    case 'bringBack':
      return t`Bring our record back`
    case 'tellMis':
      return t`Ask the data manager: ${fix.ask}`
    case 'tellAuthority':
      return t`Tell the authority: ${fix.ask}`
    case 'keep':
      return t`Right as it is`
  }
}

/** The row by which a child is shown: ours where we have them. */
export const rowOfChild = ({ rows }: Child): ListRow => listNames.flatMap((list) => rows[list])[0]!
export const nameOfRow = ({ forename, surname }: ListRow): string =>
  [forename, surname].filter(Boolean).join(' ') || t`No name`
export const factsOfRow = ({ dateOfBirth, className, upn }: ListRow): string =>
  [dateOfBirth && t`born ${showDay(dateOfBirth)}`, className, upn && t`UPN ${upn}`]
    .filter(Boolean)
    .join(' · ')
