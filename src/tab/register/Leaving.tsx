import { t } from '../../words/t.ts'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { showDay } from '../../domain/rules/day.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { PrintTable } from '../../ui/PrintTable.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import type { Column } from './columns.ts'
import { totalsOf } from './filter.ts'
import { codesOf, viewCsv, viewLines } from './outputs.ts'
import { passingList } from './passingList.ts'
import type { Row } from './rows.ts'
import type { Leaving as Way } from './ViewMenu.tsx'

const csvType = 'text/csv;charset=utf-8'

/** The view on its way to paper or into a file: for whom first, then it goes. */
export const Leaving = ({
  leaving,
  shown,
  rows,
  needs,
  columns,
  onDone,
}: {
  leaving: Way
  shown: readonly Row[]
  rows: readonly Row[]
  needs: readonly Stored<Need>[]
  columns: readonly Column[]
  onDone: () => void
}) => {
  const { today: todayOf, download, school } = useServices()
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const today = todayOf()
  const pupils = shown.map(({ pupil }) => pupil)
  const many = counted(shown.length, 'pupil')
  const file = (name: string, text: string) => {
    download(t`${name} ${today}.csv`, new TextEncoder().encode(text), csvType)
    return { words: t`Exported. The file names pupils: keep it where only the right people see it.` }
  }
  const passing = (): Passing => {
    if (leaving.way === 'print') {
      const { head, lines } = viewLines(shown, columns, leaving.names)
      return passingList({
        title: t`Print a list of ${many}`,
        did: 'printed',
        what: t`Register`,
        verb: t`Print`,
        pupils,
        lines: [head, ...lines],
        go: () => ({ words: t`Given to the printer.` }),
      })
    }
    const codes = leaving.way === 'codes'
    const of = codes ? codesOf(shown, needs, today) : null
    return passingList({
      title: codes ? t`Export ${many} in census codes` : t`Export ${many}`,
      did: 'exported',
      what: codes ? t`Register in census codes` : t`Register`,
      verb: t`Export`,
      pupils,
      lines: of?.lines ?? viewLines(shown, columns).lines,
      go: () => (of ? file(t`Census codes`, of.csv) : file(t`Register`, viewCsv(shown, columns))),
    })
  }
  if (printing && leaving.way === 'print') {
    const { head, lines } = viewLines(shown, columns, leaving.names)
    return (
      <PrintTable
        title={t`Register: ${school.name}`}
        about={t`${totalsOf(shown, rows)}, as recorded on ${showDay(today)}`}
        columns={head}
        rows={lines}
        foot={t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`}
        onDone={onDone}
      />
    )
  }
  return (
    <PassOn
      passing={passing()}
      onDone={({ words }) => {
        say(words)
        if (leaving.way === 'print') setPrinting(true)
        else onDone()
      }}
      onClose={onDone}
    />
  )
}
