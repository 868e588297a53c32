import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowDownRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { itemsInForce, planDates } from '../../../domain/duties/accessibility.ts'
import type { Stored } from '../../../domain/record.ts'
import type { AccessibilityItem } from '../../../domain/records/accessibilityItem.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { accessibilityPaper } from '../../../documents/accessibilityPaper.ts'
import type { DocumentContent } from '../../../documents/blocks.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { docxType } from '../../../documents/word/names.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../../ui/disclosure/passOn.ts'
import { PrintBlocks } from '../../../ui/papers/PrintBlocks.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '760px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** The plan as a paper to publish and to print, with the days between which it runs. It names no child. */
export const PlanPaper = ({ items }: { items: readonly Stored<AccessibilityItem>[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const services = useServices()
  const school = useSchool().data ?? null
  const say = useSay()
  const [way, setWay] = useState<'download' | 'print' | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  const today = services.today()
  const dates = planDates(school)
  const inForce = itemsInForce(items, school)
  const passing = (to: 'download' | 'print'): Passing => ({
    title: to === 'print' ? t`Print the accessibility plan` : t`Download the accessibility plan`,
    did: to === 'print' ? 'printed' : 'downloaded',
    what: t`Accessibility plan`,
    about: [],
    logged: [],
    adults: [],
    days: [],
    verb: to === 'print' ? t`Print` : t`Download`,
    look: async () => {
      const made = accessibilityPaper({ items, school, schoolName: services.school.name, today })
      return {
        paragraphs: paragraphsOf(made),
        go: async () => {
          if (to === 'print') {
            setPrinted(made)
            return { words: t`Given to the printer.` }
          }
          const { docxFor } = await import('../../../ui/design.ts')
          services.download(t`Accessibility plan ${today}.docx`, await docxFor(services, made), docxType)
          return { words: t`Downloaded. Look whether it names a pupil before you publish it.` }
        },
      }
    },
  })
  return (
    <section className={styles.part} aria-label={t`The plan as a paper`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`The plan as a paper`}</Text>
      <Text className={styles.quiet}>
        {dates
          ? t`The plan runs from ${showDay(dates.from)} to ${showDay(dates.to)}. ${counted(inForce.length, 'item')} in it.`
          : t`When the plan began is not written down yet. Say it in School settings, so that Today tells when the next one is due.`}
      </Text>
      {!dates && <Link href={href({ at: 'school', section: 'settings' })}>{t`Open School settings`}</Link>}
      <div className={styles.buttons}>
        <Button
          icon={<DocumentArrowDownRegular />}
          disabled={inForce.length === 0}
          onClick={() => setWay('download')}
        >{t`Plan for Word`}</Button>
        <Button
          icon={<PrintRegular />}
          disabled={inForce.length === 0}
          onClick={() => setWay('print')}
        >{t`Print the plan`}</Button>
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
