import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  CloudArrowUpRegular,
  DismissRegular,
  DocumentArrowDownRegular,
  PrintRegular,
} from '@fluentui/react-icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DocumentContent } from '../../documents/blocks.ts'
import { PassedLine } from '../disclosure/PassedLine.tsx'
import { PassOn } from '../disclosure/PassOn.tsx'
import type { Passed } from '../disclosure/passOn.ts'
import { useServices } from '../services.tsx'
import { useReturnFocus } from '../useReturnFocus.ts'
import type { Translation } from '../../words/translation.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { type Paper, paperPassing, type PaperWay } from './paperPassing.ts'
import { PrintBlocks } from './PrintBlocks.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px',
    maxWidth: '760px',
    width: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
    ':focus': { outline: 'none' },
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** A paper that can be given out: what it is, what can be chosen about it, and the ways on which it leaves. */
export const PaperCard = ({
  title,
  says,
  paper,
  mayWrite,
  forFamily = false,
  onClose,
  children,
}: {
  title: string
  says: ReactNode
  paper: Paper
  mayWrite: boolean
  /** It is given to a family, so it can be made in their language. */
  forFamily?: boolean
  onClose: () => void
  /** What can be chosen, and what is to be known before it goes. */
  children?: ReactNode
}) => {
  const styles = useStyles()
  const services = useServices()
  const [way, setWay] = useState<PaperWay | null>(null)
  const [translation, setTranslation] = useState<Translation | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  const [done, setDone] = useState<Passed | null>(null)
  const card = useRef<HTMLElement>(null)
  useReturnFocus()
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const start = (chosen: PaperWay) => {
    setDone(null)
    setWay(chosen)
  }
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>
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
      <Text className={styles.quiet}>{says}</Text>
      {children}
      {forFamily && <LanguageChoice value={translation} onChange={setTranslation} />}
      <div className={styles.buttons}>
        <Button
          icon={<DocumentArrowDownRegular />}
          onClick={() => start('download')}
        >{t`Download for Word`}</Button>
        <Button icon={<PrintRegular />} onClick={() => start('print')}>{t`Print`}</Button>
        {mayWrite && (
          <Button
            icon={<CloudArrowUpRegular />}
            onClick={() => start('save')}
          >{t`Save to the library`}</Button>
        )}
      </div>
      {way && (
        <PassOn
          key={`${way} ${paper.name} ${translation?.tag ?? ''}`}
          passing={paperPassing(paper, way, services, setPrinted, translation)}
          onDone={(passed) => {
            setWay(null)
            setDone(passed)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {done && <PassedLine passed={done} />}
      {printed && <PrintBlocks content={printed} onDone={() => setPrinted(null)} />}
    </section>
  )
}
