import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Child, Difference } from '../../domain/rules/reconcileTypes.ts'
import { safeCsv } from '../../importing/safeCsv.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { PrintTable } from '../../ui/PrintTable.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { passingList } from '../register/passingList.ts'
import { handOverHead, handOverLines, type To } from './handOver.ts'
import type { Ours } from './useOurs.ts'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '860px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const words: Record<To, { title: string; about: string; file: string }> = {
  tellMis: {
    title: 'To ask the data manager',
    about: 'What to change or check in the MIS.',
    file: 'To change in the MIS',
  },
  tellAuthority: {
    title: 'To tell the authority',
    about: 'What to change or check in the authority’s list of plans.',
    file: 'For the authority',
  },
}

/** A list to hand over: for whom first, then a file or paper. */
export const HandOver = ({
  to,
  asked,
  all: children,
  ours,
}: {
  to: To
  asked: readonly { readonly difference: Difference; readonly ask: string }[]
  all: readonly Child[]
  ours: Ours
}) => {
  const styles = useStyles()
  const { download, today, school } = useServices()
  const say = useSay()
  const [way, setWay] = useState<'file' | 'print' | null>(null)
  const [printing, setPrinting] = useState(false)
  if (asked.length === 0) return null
  const { title, about, file } = words[to]
  const lines = handOverLines(to, asked, children)
  const keys = new Set(
    asked.flatMap(({ difference }) => children[difference.child]!.rows.ours.flatMap(({ key }) => key ?? [])),
  )
  const passing = passingList({
    title: `${title}: ${counted(asked.length, 'line')}`,
    did: way === 'print' ? 'printed' : 'exported',
    what: title,
    verb: way === 'print' ? 'Print' : 'Export',
    pupils: ours.existing.pupils.filter(({ key }) => keys.has(key)),
    lines: [[...handOverHead], ...lines],
    go: () => {
      if (way === 'print') return { words: 'Given to the printer.' }
      download(
        `${file} ${today()}.csv`,
        new TextEncoder().encode(safeCsv(handOverHead, lines)),
        'text/csv;charset=utf-8',
      )
      return { words: 'Exported. The file names pupils: pass it on by a safe way.' }
    },
  })
  return (
    <section className={styles.card} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}: {asked.length.toLocaleString('en-GB')}
      </Text>
      <Text className={styles.quiet}>{about}</Text>
      {way === null ? (
        <div className={styles.buttons}>
          <Button icon={<ArrowDownloadRegular />} onClick={() => setWay('file')}>
            Export as CSV
          </Button>
          <Button icon={<PrintRegular />} onClick={() => setWay('print')}>
            Print
          </Button>
        </div>
      ) : printing ? (
        <PrintTable
          title={`${title}: ${school.name}`}
          about={`As the lists were on ${showDay(today())}`}
          columns={[...handOverHead]}
          rows={lines}
          foot="Confidential: personal information about children. Keep it safe, and shred it when you no longer need it."
          onDone={() => {
            setPrinting(false)
            setWay(null)
          }}
        />
      ) : (
        <PassOn
          passing={passing}
          onDone={({ words: said }) => {
            say(said)
            if (way === 'print') setPrinting(true)
            else setWay(null)
          }}
          onClose={() => setWay(null)}
        />
      )}
    </section>
  )
}
