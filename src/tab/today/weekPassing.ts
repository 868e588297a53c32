import { t } from '../../words/t.ts'
import { shortName } from '../../domain/records/pupil.ts'
import type { WorkList } from '../../domain/rules/today.ts'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { passingList } from '../register/passingList.ts'
import { weekOf } from './PrintWeek.tsx'
import type { Pupils } from './WorkRow.tsx'

/** The page of the week on its way to the printer. */
export const weekPassing = (work: WorkList, known: Pupils): Passing => {
  const lines = weekOf(work).flatMap((group) => group.lines)
  const pupils = [...new Set(lines.flatMap((line) => line.pupils))].flatMap((key) => known.get(key) ?? [])
  return passingList({
    title: t`Print my week`,
    did: 'printed',
    what: t`My week`,
    verb: t`Print`,
    pupils,
    lines: lines.map(({ pupils: [key], what, detail }) => {
      const pupil = known.get(key ?? '')
      return [pupil ? shortName(pupil) : '', what, detail ?? '']
    }),
    go: () => ({ words: t`Given to the printer.` }),
  })
}
