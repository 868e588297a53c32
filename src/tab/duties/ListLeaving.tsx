import { t } from '../../words/t.ts'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { showDay } from '../../domain/rules/day.ts'
import { listWorkbook } from '../../documents/listWorkbook.ts'
import { safeCsv } from '../../importing/safeCsv.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../ui/disclosure/passOn.ts'
import { PrintTable } from '../../ui/PrintTable.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { passingList } from '../register/passingList.ts'

export type Way = 'print' | 'xlsx' | 'csv'

/** The list as it is shown, on its way to paper or into a file: for whom first, looked through, then it goes. */
export const ListLeaving = ({
  words,
  head,
  lines,
  pupils,
  way,
  onDone,
}: {
  /** What the list is called, beginning with a capital. */
  words: string
  head: readonly string[]
  lines: readonly (readonly string[])[]
  /** Who is in it, each once. */
  pupils: readonly Stored<Pupil>[]
  way: Way
  onDone: () => void
}) => {
  const { today: todayOf, now, download, school } = useServices()
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const today = todayOf()
  const about = t`${counted(lines.length, 'line')}, as recorded on ${showDay(today)}`
  const confidential = t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`
  if (printing)
    return (
      <PrintTable
        title={`${words}: ${school.name}`}
        about={about}
        columns={head}
        rows={lines}
        foot={confidential}
        onDone={onDone}
      />
    )
  const go = async (): Promise<Passed> => {
    if (way === 'print') return { words: t`Given to the printer.` }
    if (way === 'csv')
      download(
        t`${words} ${today}.csv`,
        new TextEncoder().encode(safeCsv(head, lines)),
        'text/csv;charset=utf-8',
      )
    else {
      const { xlsxBytes, xlsxType } = await import('../../documents/xlsx/xlsx.ts')
      const book = listWorkbook({
        title: words,
        author: school.name,
        about,
        head,
        lines,
        foot: confidential,
      })
      download(t`${words} ${today}.xlsx`, await xlsxBytes(book, now()), xlsxType)
    }
    return { words: t`Exported. Keep the file where only the right people see it.` }
  }
  return (
    <PassOn
      passing={passingList({
        title: way === 'print' ? t`Print ${words.toLowerCase()}` : t`Export ${words.toLowerCase()}`,
        did: way === 'print' ? 'printed' : 'exported',
        what: words,
        verb: way === 'print' ? t`Print` : t`Export`,
        pupils,
        lines: [head, ...lines],
        go,
      })}
      onDone={(passed) => {
        say(passed.words)
        if (way === 'print') setPrinting(true)
        else onDone()
      }}
      onClose={onDone}
    />
  )
}
