import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted, showCount } from '../../domain/counted.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Child } from '../../domain/rules/reconcileTypes.ts'
import { safeCsv } from '../../importing/safeCsv.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Looked } from '../../ui/disclosure/passOn.ts'
import { PrintTable } from '../../ui/PrintTable.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useSchool } from '../../ui/useSchool.ts'
import { passingList } from '../register/passingList.ts'
import { type Asked, handOver, handOverHead, handOverLines, type To } from './handOver.ts'
import type { Ours } from './useOurs.ts'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '860px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const words: Record<To, { title: string; about: string; file: string }> = {
  tellMis: {
    title: t`To ask the data manager`,
    about: t`What to change or check in the MIS, and nothing else.`,
    file: t`To change in the MIS`,
  },
  tellAuthority: {
    title: t`To tell the authority`,
    about: t`What the authority has to put right in its list of plans, and nothing else.`,
    file: t`For the authority`,
  },
}
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A list to hand over: for whom first, then a letter in Word, a file or paper. */
export const HandOver = ({
  to,
  asked,
  authority,
  all: children,
  ours,
}: {
  to: To
  asked: readonly Asked[]
  /** Whose list of plans it is, where that is known. */
  authority: string | null
  all: readonly Child[]
  ours: Ours
}) => {
  const styles = useStyles()
  const services = useServices()
  const { download, today, school } = services
  const settings = useSchool().data ?? null
  const say = useSay()
  const [way, setWay] = useState<'letter' | 'file' | 'print' | null>(null)
  const [printing, setPrinting] = useState(false)
  if (asked.length === 0) return null
  const { title, about, file } = words[to]
  const differences = handOver(to, asked, children)
  const lines = handOverLines(differences)
  const keys = new Set(
    asked.flatMap(({ difference }) => children[difference.child]!.rows.ours.flatMap(({ key }) => key ?? [])),
  )
  const exported = { words: t`Exported. The file names pupils: pass it on by a safe way.` }
  const asList = passingList({
    title: `${title}: ${counted(asked.length, 'line')}`,
    did: way === 'print' ? 'printed' : 'exported',
    what: title,
    verb: way === 'print' ? t`Print` : way === 'letter' ? t`Download` : t`Export`,
    pupils: ours.existing.pupils.filter(({ key }) => keys.has(key)),
    lines: [[...handOverHead], ...lines],
    go: () => {
      if (way === 'print') return { words: t`Given to the printer.` }
      download(
        t`${file} ${today()}.csv`,
        new TextEncoder().encode(safeCsv(handOverHead, lines)),
        'text/csv;charset=utf-8',
      )
      return exported
    },
  })
  const letter = async (): Promise<Looked> => {
    const [{ listDifferences }, { paragraphsOf }, { docxFor }] = await Promise.all([
      import('../../documents/letters/listDifferences.ts'),
      import('../../documents/paragraphs.ts'),
      import('../../ui/design.ts'),
    ])
    const content = listDifferences({
      whose: to === 'tellMis' ? 'mis' : 'authority',
      authority,
      differences,
      file: { school: settings, schoolName: school.name },
      today: today(),
    })
    return {
      paragraphs: paragraphsOf(content),
      go: async () => {
        download(t`${file} ${today()}.docx`, await docxFor(services, content), docxType)
        return {
          words: t`The letter is downloaded. It names pupils: send it by a safe way. Then tick and settle these lines, to keep that they were told.`,
        }
      },
    }
  }
  return (
    <section className={styles.card} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}: {showCount(asked.length)}
      </Text>
      <Text className={styles.quiet}>{about}</Text>
      {way === null ? (
        <div className={styles.buttons}>
          <Button icon={<DocumentRegular />} onClick={() => setWay('letter')}>{t`Letter in Word`}</Button>
          <Button icon={<ArrowDownloadRegular />} onClick={() => setWay('file')}>{t`Export as CSV`}</Button>
          <Button icon={<PrintRegular />} onClick={() => setWay('print')}>{t`Print`}</Button>
        </div>
      ) : printing ? (
        <PrintTable
          title={`${title}: ${school.name}`}
          about={t`As the lists were on ${showDay(today())}`}
          columns={[...handOverHead]}
          rows={lines}
          foot={t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`}
          onDone={() => {
            setPrinting(false)
            setWay(null)
          }}
        />
      ) : (
        <PassOn
          passing={way === 'letter' ? { ...asList, look: letter } : asList}
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
