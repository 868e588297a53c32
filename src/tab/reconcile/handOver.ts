import { showDay } from '../../domain/rules/day.ts'
import type { Child, Difference } from '../../domain/rules/reconcileTypes.ts'
import { nameOfRow, rowOfChild } from './words.ts'

export type To = 'tellMis' | 'tellAuthority'
export const handOverHead = [
  'Name',
  'Date of birth',
  'UPN',
  'Row in your list',
  'What differs',
  'Yours',
  'Ours',
  'Please',
] as const

/** What to ask of whoever keeps the other list, a line for each. */
export const handOverLines = (
  to: To,
  asked: readonly { readonly difference: Difference; readonly ask: string }[],
  children: readonly Child[],
): string[][] =>
  asked.map(({ difference, ask }) => {
    const list = to === 'tellMis' ? 'mis' : 'authority'
    const child = children[difference.child]!
    const row = rowOfChild(child)
    return [
      nameOfRow(row),
      row.dateOfBirth ? showDay(row.dateOfBirth) : '',
      row.upn ?? '',
      child.rows[list].map((each) => String(each.row)).join(', '),
      difference.label,
      difference.told[list] ?? '',
      difference.told.ours ?? '',
      ask,
    ]
  })
