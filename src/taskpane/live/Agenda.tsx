import { t } from '../../words/t.ts'
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import {
  type AgendaPart,
  agendaParts,
  type Planned,
  type Unanswered,
} from '../../domain/rules/meetingAgenda.ts'
import { standingOf, standingWords } from '../../ui/meeting/standingOf.ts'
import { usePartsNavStyles } from '../../ui/review/partsNavStyles.ts'
import { useServices } from '../../ui/services.tsx'

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', gap: '2px', paddingBottom: '8px' },
  minutes: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
})

/** The agenda with its minutes; each part leads there, in the pane and in the document. */
export const Agenda = ({
  file,
  agenda,
  current,
  missing,
  onPart,
}: {
  file: ReviewFile
  agenda: readonly Planned[]
  current: AgendaPart
  missing: readonly Unanswered[]
  onPart: (part: AgendaPart) => void
}) => {
  const styles = useStyles()
  const parts = usePartsNavStyles()
  const today = useServices().today()
  return (
    <AccordionItem value="agenda">
      <AccordionHeader as="h2">{t`Agenda: ${agenda.at(-1)?.to ?? 0} minutes`}</AccordionHeader>
      <AccordionPanel>
        <nav className={styles.nav} aria-label={t`Agenda`}>
          {agenda.map(({ part, minutes }) => {
            const standing = standingOf(file, part, missing, today)
            const done = standing === 'done'
            const Mark = done ? CheckmarkCircleFilled : CircleRegular
            return (
              <Link
                key={part}
                as="button"
                appearance="subtle"
                aria-current={part === current ? 'step' : undefined}
                className={mergeClasses(parts.link, part === current && parts.current)}
                onClick={() => onPart(part)}
              >
                <Mark aria-hidden className={mergeClasses(parts.mark, done && parts.filled)} />
                {agendaParts[part].label}
                <span className={parts.heard}>, {standingWords[standing]}</span>
                <Text size={200} className={styles.minutes}>{t`${minutes} min`}</Text>
              </Link>
            )
          })}
        </nav>
      </AccordionPanel>
    </AccordionItem>
  )
}
