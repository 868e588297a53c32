import { t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { fullName, Pupil } from '../../domain/records/pupil.ts'
import type { YearGroup } from '../../domain/rules/codes.ts'
import type { Level } from '../../domain/rules/levels.ts'
import { type Scope, yearGroupsOf } from '../../documents/provisionMap/input.ts'

export type ScopeOption = { readonly key: string; readonly text: string; readonly scope: Scope }

type Keyed<T> = T & { readonly key: string }
const compare = new Intl.Collator('en-GB').compare

/** What a map may show, in words: the whole school, its year groups, the levels, then each pupil who has support. */
export const scopeOptions = (
  pupils: readonly Keyed<Pupil>[],
  allocations: readonly { readonly pupil: string }[],
  levels: readonly Pick<Level, 'level' | 'name'>[],
): ScopeOption[] => {
  const supported = new Set(allocations.map(({ pupil }) => pupil))
  const own = pupils.filter(({ key }) => supported.has(key))
  return [
    { key: 'school', text: t`Whole school`, scope: { is: 'school' } },
    ...yearGroupsOf(own).map((yearGroup: YearGroup) => ({
      key: `year/${yearGroup}`,
      text: saidOf(fieldOf(Pupil, 'yearGroup'), yearGroup),
      scope: { is: 'year' as const, yearGroup },
    })),
    ...levels.map(({ level, name }) => ({
      key: `level/${level}`,
      text: t`${name} provision`,
      scope: { is: 'level' as const, level },
    })),
    ...own
      .toSorted((a, b) => compare(a.surname + a.forename, b.surname + b.forename))
      .map((pupil) => ({
        key: `pupil/${pupil.key}`,
        text: [fullName(pupil), saidOf(fieldOf(Pupil, 'yearGroup'), pupil.yearGroup)]
          .filter(Boolean)
          .join(' · '),
        scope: { is: 'pupil' as const, pupil: pupil.key },
      })),
  ]
}
