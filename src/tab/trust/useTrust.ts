import { useQueries } from '@tanstack/react-query'
import type { SchoolConfig } from '../../config.ts'
import { Problem, type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { SchoolFigures } from '../../domain/records/schoolFigures.ts'
import { readFigures } from '../../domain/rules/trustTotals.ts'
import type { Services } from '../../ui/services.tsx'

/** What one school of the trust sent, or why there is nothing of it: it is named all the same. */
export type OfSchool = { readonly school: SchoolConfig } & (
  | { readonly is: 'reading' }
  | {
      readonly is: 'sent'
      readonly row: Stored<SchoolFigures>
      readonly figures: ReadonlyMap<string, number | null>
    }
  | { readonly is: 'nothing' }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
)

/** The key under which a school's figures are kept while the page is open. */
export const trustKey = (school: string) => ['trust', school] as const

/** The newest figures in the list of one school; null where it has sent none yet. */
export const readSchoolFigures = async ({
  records,
}: Pick<Services, 'records'>): Promise<Stored<SchoolFigures> | null> => {
  const { records: rows, unreadable } = await records.store(SchoolFigures).all()
  const [newest] = rows.toSorted((a, b) => (b.on < a.on ? -1 : 1))
  if (!newest && unreadable.length > 0)
    throw new Problem({ code: 'unexpected' }, 'The figures of a school can’t be read')
  return newest ?? null
}

/** The figures of every school, each as it comes. */
export const useTrust = (
  schools: readonly SchoolConfig[],
  servicesOf: (school: SchoolConfig) => Pick<Services, 'records'>,
): readonly OfSchool[] =>
  useQueries({
    queries: schools.map((school) => ({
      queryKey: trustKey(school.id),
      queryFn: () => readSchoolFigures(servicesOf(school)),
    })),
    combine: (answers) =>
      answers.map(({ data, error, isError }, at): OfSchool => {
        const school = schools[at]!
        if (data) return { school, is: 'sent', row: data, figures: readFigures(data.figures) }
        if (isError) return { school, is: 'trouble', trouble: troubleOf(error) }
        return { school, is: data === null ? 'nothing' : 'reading' }
      }),
  })
