import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DismissRegular, DocumentArrowDownRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentContent } from '../../../documents/blocks.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { provisionOffer } from '../../../documents/provisionOffer.ts'
import { docxType } from '../../../documents/word/names.ts'
import { counted } from '../../../domain/counted.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import type { Level } from '../../../domain/rules/levels.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../../ui/disclosure/passOn.ts'
import { PrintBlocks } from '../../../ui/papers/PrintBlocks.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { useSchool } from '../../../ui/useSchool.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px',
    maxWidth: '760px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** The catalogue on paper, as far as it is shown: all that is recorded of each kind of provision, and no pupil. */
export const OfferPaper = ({
  offered,
  levels,
  onClose,
}: {
  offered: readonly Provision[]
  levels: readonly Level[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const settings = useSchool().data ?? null
  const say = useSay()
  const [way, setWay] = useState<'download' | 'print' | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  useReturnFocus()
  const today = services.today()
  const passing = (to: 'download' | 'print'): Passing => ({
    title: to === 'print' ? t`Print what the school offers` : t`Download what the school offers`,
    did: to === 'print' ? 'printed' : 'downloaded',
    what: t`What the school offers`,
    about: [],
    ofNobody: true,
    logged: [],
    adults: [],
    days: [],
    verb: to === 'print' ? t`Print` : t`Download`,
    look: async () => {
      const content = provisionOffer({
        offered,
        levels,
        school: settings,
        schoolName: services.school.name,
        today,
      })
      return {
        paragraphs: paragraphsOf(content),
        go: async () => {
          if (to === 'print') {
            setPrinted(content)
            return { words: t`Given to the printer.` }
          }
          const { docxFor } = await import('../../../ui/design.ts')
          services.download(t`What we offer ${today}.docx`, await docxFor(services, content), docxType)
          return { words: t`Downloaded. It names no pupil.` }
        },
      }
    },
  })
  const title = t`What we offer, on paper`
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          {title}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t`Close: ${title}`}
          onClick={onClose}
        />
      </div>
      <Text
        className={styles.quiet}
      >{t`${counted(offered.length, 'kind')} of provision, as shown below, level by level: what each is and should change, whom it is for, when it ends, the training it needs and what it rests on. No pupil, no cost.`}</Text>
      <div className={styles.buttons}>
        <Button
          icon={<DocumentArrowDownRegular />}
          disabled={offered.length === 0}
          onClick={() => setWay('download')}
        >{t`Download for Word`}</Button>
        <Button
          icon={<PrintRegular />}
          disabled={offered.length === 0}
          onClick={() => setWay('print')}
        >{t`Print`}</Button>
      </div>
      {way && (
        <PassOn
          key={way}
          passing={passing(way)}
          onDone={({ words }) => {
            setWay(null)
            say(words)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {printed && <PrintBlocks content={printed} onDone={() => setPrinted(null)} />}
    </section>
  )
}
