import { dutyQuoted, type Owed } from '../../documents/letters/chases.ts'
import type { Addressee } from '../../documents/letters/letter.ts'
import { newKey } from '../../domain/key.ts'
import { blank } from '../../domain/record.ts'
import { Chase } from '../../domain/records/chase.ts'
import type { Day } from '../../domain/rules/day.ts'

/** That these people were written to about what they owe, one row a person. */
export const chaseRows = (
  about: Pick<Chase, 'pupil' | 'what'> & Partial<Chase>,
  people: readonly { readonly to: Addressee; readonly owed: Owed }[],
  on: Day,
  file: string | null,
): { key: string; record: Chase }[] =>
  people.map(({ to, owed }) => ({
    key: newKey(),
    record: blank(Chase, {
      contributor: to.key,
      ...about,
      to: to.name,
      on,
      by: 'letter',
      wasDue: owed.due.day,
      duty: dutyQuoted(owed),
      file,
    }),
  }))
