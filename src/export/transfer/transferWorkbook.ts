import { t } from '../../words/t.ts'
import type { Workbook } from '../../documents/xlsx/model.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import { listSheet } from '../recordWorkbook.ts'
import { titlesOf } from '../recordWords.ts'
import type { TransferContent } from './transferDocument.ts'

const columns = [{ width: 34 }, { width: 34 }, { width: 14 }, { width: 60 }]

/** Every entry of the pack, a sheet a list; the first says what it is and what was left out. */
export const transferWorkbook = ({
  file,
  school,
  schoolName,
  transfer,
  today,
}: TransferContent): Workbook => {
  const footer = setting(school ?? undefined, 'confidentialityLine')
  const titleOf = titlesOf(file.lists)
  return {
    title: t`SEND file for the next school`,
    subject: t`One pupil’s SEND record`,
    author: school?.name ?? schoolName,
    sheets: [
      {
        id: 'about',
        name: t`About`,
        columns,
        rows: [
          { cells: [{ value: t`SEND file for the next school`, style: 'title.general' }], height: 24 },
          { cells: [t`From`, school?.name ?? schoolName] },
          { cells: [t`To`, transfer.school ?? ''] },
          { cells: [t`Made`, writtenDay(today)] },
          { cells: [] },
          ...[
            [t`List`, t`Entries`],
            ...file.lists.map(({ type, records }) => [type.list, records.length]),
          ].map((cells) => ({ cells })),
          { cells: [] },
          { cells: [{ value: t`What is not in it`, style: 'heading.general' as const }], height: 20 },
          ...(file.leftOut.length === 0
            ? [{ cells: [t`Nothing of this record was left out.`] }]
            : [
                { cells: [t`Where`, t`What`, t`How many`, t`Why`] },
                ...file.leftOut.map(({ list, what, count, why }) => ({ cells: [list, what, count, why] })),
              ]),
        ],
        tables: [],
        validations: [],
        highlights: [],
        print: { footer, landscape: true },
      },
      ...file.lists.map((list) => listSheet(list, titleOf, footer)),
    ],
    names: [],
  }
}
