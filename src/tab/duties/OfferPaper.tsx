import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowDownRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Service } from '../../domain/records/service.ts'
import type { DocumentContent } from '../../documents/blocks.ts'
import { localOfferPaper } from '../../documents/localOfferPaper.ts'
import { paragraphsOf } from '../../documents/paragraphs.ts'
import { docxType } from '../../documents/word/names.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { PrintBlocks } from '../../ui/papers/PrintBlocks.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useSchool } from '../../ui/useSchool.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** The services that families can use, as a list to give to a parent. It names no child. */
export const OfferPaper = ({
  services: all,
  about,
}: {
  services: readonly Service[]
  /** The needs that the list was made by; null for all of it. */
  about: readonly Need[] | null
}) => {
  const styles = useStyles()
  const services = useServices()
  const school = useSchool().data ?? null
  const say = useSay()
  const [way, setWay] = useState<'download' | 'print' | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  const offered = all.filter(({ forFamilies }) => forFamilies)
  const today = services.today()
  const content = () =>
    localOfferPaper({ offered, school, schoolName: services.school.name, today, forNeeds: about !== null })
  const passing = (to: 'download' | 'print'): Passing => ({
    title: to === 'print' ? t`Print the list for families` : t`Download the list for families`,
    did: to === 'print' ? 'printed' : 'downloaded',
    what: t`Services for families`,
    about: [],
    logged: [],
    adults: [],
    days: [],
    verb: to === 'print' ? t`Print` : t`Download`,
    look: async () => {
      const made = content()
      return {
        paragraphs: paragraphsOf(made),
        go: async () => {
          if (to === 'print') {
            setPrinted(made)
            return { words: t`Given to the printer.` }
          }
          const { docxFor } = await import('../../ui/design.ts')
          services.download(t`Services for families ${today}.docx`, await docxFor(services, made), docxType)
          return { words: t`Downloaded. It names no pupil.` }
        },
      }
    },
  })
  return (
    <section className={styles.part} aria-label={t`A list for families`}>
      <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>{t`A list for families`}</Text>
      <Text className={styles.quiet}>
        {offered.length === 0
          ? t`No service here is marked as shown to families. Open one and say that it is.`
          : t`${counted(offered.length, 'service')}: whom each is for, how to ask, how to reach it. It names no child.`}
      </Text>
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
