import type { Stored } from '../../domain/record.ts'
import type { AuthorityPack } from '../../domain/records/authorityPack.ts'

const plain = (name: string | null) =>
  (name ?? '')
    .toLowerCase()
    .replace(/\b(?:county|city|borough|metropolitan|district|london|council|of|the|mbc)\b|[^a-z]/g, '')

/** The packs of the pupil's own authority first. */
export const packsInOrder = (packs: readonly Stored<AuthorityPack>[], authority: string | null) => {
  const own = (pack: AuthorityPack) => (plain(pack.authority) === plain(authority) ? 0 : 1)
  return packs.toSorted((a, b) => own(a) - own(b) || a.authority.localeCompare(b.authority, 'en-GB'))
}

/** Those for the report of a review: all but the costing sheets. */
export const reviewPacks = (packs: readonly Stored<AuthorityPack>[]): Stored<AuthorityPack>[] =>
  packs.filter(({ kind }) => kind !== 'costing')
