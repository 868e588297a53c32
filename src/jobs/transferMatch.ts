import { t } from '../words/t.ts'
import type { Stored } from '../domain/record.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import { fieldsOf } from '../domain/record.ts'
import { Pupil as PupilType } from '../domain/records/pupil.ts'
import type { Value } from '../domain/fields.ts'
import { ownToSchool } from '../export/transfer/goesOn.ts'
import type { TransferPack } from '../export/transfer/readTransferPack.ts'

/** Whose pack it is, among the pupils of this school. */
export type PackMatch =
  /** Nobody here: a new pupil is made. */
  | { readonly is: 'new' }
  /** The same UPN, and nothing against it. */
  | { readonly is: 'here'; readonly pupil: Stored<Pupil> }
  /** A person says which of these it is; `orNew`: or that it is none of them. */
  | {
      readonly is: 'doubtful'
      readonly pupils: readonly Stored<Pupil>[]
      readonly orNew: boolean
      readonly why: string
    }
  /** It can't be brought in as it is. */
  | { readonly is: 'no'; readonly why: string }

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')

const sameName = (a: Pupil, b: Pupil) =>
  plain(a.surname) === plain(b.surname) &&
  [a.forename, a.preferredForename]
    .filter((name) => name !== null)
    .some((name) =>
      [b.forename, b.preferredForename].some((other) => other !== null && plain(other) === plain(name)),
    )

/**
 * Whom a pack is about. By UPN alone where date of birth agrees; by name and date of birth only with a person's word,
 * never by name alone. `all`: every pupil, archived too. `wanted`: for whom the file was asked, where it was.
 */
export const matchOf = (
  { pupil: { record, key } }: Pick<TransferPack, 'pupil'>,
  all: readonly Stored<Pupil>[],
  wanted: Stored<Pupil> | null = null,
): PackMatch => {
  // The key too: the record may have been here before, and gone round by another school.
  const byUpn = all.filter((one) => one.key === key || (record.upn !== null && one.upn === record.upn))
  const archived = byUpn.find((one) => one.archived)
  if (archived && byUpn.every((one) => one.archived))
    return {
      is: 'no',
      why: t`This pupil is archived here: bring that record back under Records, Archived, then choose the pack again.`,
    }
  const here = byUpn.filter((one) => !one.archived)
  if (here.length > 1)
    return { is: 'no', why: t`Two pupils here have this UPN: put that right in the register first.` }
  const alike = all.filter(
    (one) => !one.archived && one.dateOfBirth === record.dateOfBirth && sameName(one, record),
  )
  const found = here[0] ?? null
  const could = found ? [found] : alike
  if (wanted && !could.some(({ key }) => key === wanted.key)) {
    if (wanted.upn !== null && record.upn !== null)
      return {
        is: 'no',
        why: t`This pack is about another pupil than the one whose file you asked for: its UPN is another one. Nothing was stored. Tell the school that sent it.`,
      }
    return {
      is: 'no',
      why: t`This pack does not agree with the pupil whose file you asked for, in UPN or in name and date of birth. Nothing was stored. Tell the school that sent it.`,
    }
  }
  if (
    found &&
    (found.dateOfBirth !== record.dateOfBirth || (found.upn && record.upn && found.upn !== record.upn))
  )
    return {
      is: 'doubtful',
      pupils: [found],
      orNew: false,
      why: t`A pupil here seems to be the same and has another UPN or date of birth: one of the two was mistyped, or it is another child.`,
    }
  if (found) return { is: 'here', pupil: found }
  const free = alike.filter(({ upn }) => upn === null || record.upn === null)
  if (free.length > 0)
    return {
      is: 'doubtful',
      pupils: free,
      orNew: true,
      why: t`Somebody here has the same name and date of birth, but no UPN says that it is the same child.`,
    }
  return { is: 'new' }
}

/** What the pack says of the pupil that is otherwise here. `fills`: nothing is here yet. */
export type PupilDifference = {
  readonly field: string
  readonly label: string
  readonly ours: Value
  readonly theirs: Value
  readonly fills: boolean
}

/** Where the pack says more of a pupil than is here, or something else. What is of a school alone is no part of it. */
export const pupilDifferences = (theirs: Pupil, ours: Pupil): PupilDifference[] =>
  fieldsOf(PupilType).flatMap(([field, { label }]) => {
    const [a, b] = [ours[field as keyof Pupil] ?? null, theirs[field as keyof Pupil] ?? null] as const
    return ownToSchool.includes(field) || b === null || a === b
      ? []
      : [{ field, label, ours: a, theirs: b, fills: a === null }]
  })
