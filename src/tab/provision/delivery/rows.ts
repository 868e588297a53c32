import { t } from '../../../words/t.ts'
import { grouped } from '../../../domain/grouped.ts'
import { type Pupil, fullName } from '../../../domain/records/pupil.ts'
import type { Stored } from '../../../domain/record.ts'
import { sumsBy } from '../../../domain/rules/ledger.ts'
import { isToConfirm, type SchoolLedger } from '../../../domain/rules/ledgerSchool.ts'
import { keptPercent, standingOf } from '../../../domain/rules/ledgerStanding.ts'
import type { Entry, LedgerSums } from '../../../domain/rules/ledgerTypes.ts'
import type { LedgerNames } from '../../../ui/ledger/useLedger.ts'
import { keyOf, type View } from './asked.ts'

/** A row of the ledger as a person reads it. */
export type Line = {
  readonly key: string
  readonly name: string
  /** What stands under the name. */
  readonly detail: string | null
  /** Whether the name is a pupil's. */
  readonly personal: boolean
  readonly pupil: Stored<Pupil> | null
  readonly sums: LedgerSums
  /** What is not logged of it is for the SENCO to say. */
  readonly toConfirm: boolean
}

const nobody = t`Nobody named`

/** The rows of one view, those that need looking at first: below four fifths, then not logged, the smallest share before. */
export const linesOf = (ledger: SchoolLedger, view: View, names: LedgerNames): Line[] => {
  const { entries } = ledger
  const key = keyOf[view]
  const mine =
    view === 'plan' ? entries.filter(({ allocation }) => names.lines.get(allocation)?.inPlan) : entries
  const nameOf = (entry: Entry) => entry[key] ?? (view === 'group' ? null : nobody)
  const sums = sumsBy(mine, nameOf)
  const byName = grouped(mine, nameOf)
  const pupilNamed = (pupil: Stored<Pupil> | undefined) =>
    pupil ? fullName(pupil) : t`A pupil in the archive`
  const lines = [...sums].map(([name, each]): Line => {
    const base = {
      key: name,
      detail: null,
      personal: false,
      pupil: null,
      sums: each,
      toConfirm: isToConfirm(ledger, byName.get(name) ?? []),
    }
    switch (view) {
      case 'plan': {
        const line = names.lines.get(name)
        const pupil = line && names.pupils.get(line.pupil)
        const offer = line && names.provisions.get(line.provision)?.name
        return {
          ...base,
          name: pupilNamed(pupil),
          detail: offer ?? null,
          personal: true,
          pupil: pupil ?? null,
        }
      }
      case 'pupil': {
        const pupil = names.pupils.get(name)
        return { ...base, name: pupilNamed(pupil), personal: true, pupil: pupil ?? null }
      }
      case 'group':
        return { ...base, name: names.groups.get(name)?.name ?? t`A group in the archive` }
      case 'provision':
        return { ...base, name: names.provisions.get(name)?.name ?? nobody }
      case 'staff':
        return { ...base, name }
    }
  })
  const order = ['below', 'notLogged', 'kept', 'none']
  const standing = ({ sums: each }: Line) => order.indexOf(standingOf(each))
  const share = (line: Line) => keptPercent(line.sums) ?? 101
  return lines
    .filter(({ sums: each }) => each.planned + each.outside + each.toCome > 0)
    .toSorted(
      (a, b) =>
        standing(a) - standing(b) || share(a) - share(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
}
