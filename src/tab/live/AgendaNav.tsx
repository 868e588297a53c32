import { t } from '../../words/t.ts'
import {
  Button,
  Field,
  Link,
  makeStyles,
  mergeClasses,
  SpinButton,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Review } from '../../domain/records/review.ts'
import {
  type AgendaPart,
  agendaParts,
  agendaText,
  chosenMinutes,
  mostMinutes,
  type Planned,
  type Unanswered,
} from '../../domain/rules/meetingAgenda.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useDraft } from '../../ui/drafts.tsx'
import { useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { standingOf, standingWords } from '../../ui/meeting/standingOf.ts'
import { usePartsNavStyles } from '../../ui/review/partsNavStyles.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', gap: '2px' },
  minutes: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  edit: { display: 'flex', flexDirection: 'column', gap: '8px' },
  spin: { width: '84px' },
  row: { display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center' },
})

/** The agenda: each part with its minutes and whether anything is still unanswered in it. */
export const AgendaNav = ({
  file,
  agenda,
  current,
  missing,
  sharing,
}: {
  file: ReviewFile
  agenda: readonly Planned[]
  current: AgendaPart
  missing: readonly Unanswered[]
  sharing: boolean
}) => {
  const styles = useStyles()
  const parts = usePartsNavStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Review)
  const [edits, setEdits] = useState(false)
  if (edits && !sharing) return <Minutes file={file} agenda={agenda} onDone={() => setEdits(false)} />
  const today = useServices().today()
  return (
    <nav className={styles.nav} aria-label={t`Agenda`}>
      {agenda.map(({ part, minutes }) => {
        const standing = standingOf(file, part, missing, today)
        const full = standing === 'done'
        const Mark = full ? CheckmarkCircleFilled : CircleRegular
        return (
          <Link
            key={part}
            appearance="subtle"
            href={href({ at: 'live', key: file.review.key, part })}
            aria-current={part === current ? 'step' : undefined}
            className={mergeClasses(parts.link, part === current && parts.current)}
          >
            <Mark aria-hidden className={mergeClasses(parts.mark, full && parts.filled)} />
            {agendaParts[part].label}
            <span className={parts.heard}>, {standingWords[standing]}</span>
            {!sharing && <Text size={200} className={styles.minutes}>{t`${minutes} min`}</Text>}
          </Link>
        )
      })}
      {!sharing && mayWrite && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<EditRegular />}
            onClick={() => setEdits(true)}
          >{t`Change the minutes`}</Button>
        </div>
      )}
    </nav>
  )
}

const Minutes = ({
  file,
  agenda,
  onDone,
}: {
  file: ReviewFile
  agenda: readonly Planned[]
  onDone: () => void
}) => {
  const styles = useStyles()
  const draft = useDraft(Review, file.review)
  const chosen = chosenMinutes(draft.valueOf('agenda') as string | null)
  const set = (part: AgendaPart, minutes: number | null | undefined) => {
    if (minutes === null || minutes === undefined || minutes < 0 || minutes > mostMinutes) return
    draft.set('agenda', agendaText({ ...chosen, [part]: Math.round(minutes) }))
  }
  const leave = () => {
    void draft.flush()
    onDone()
  }
  return (
    <section className={styles.edit} aria-label={t`Minutes for each part`}>
      {agenda.map(({ part, minutes }) => (
        <Field key={part} label={agendaParts[part].label} orientation="horizontal" className={styles.row}>
          <SpinButton
            className={styles.spin}
            min={0}
            max={mostMinutes}
            value={chosen[part] ?? minutes}
            onChange={(_, { value, displayValue }) => set(part, value ?? Number(displayValue))}
          />
        </Field>
      ))}
      <Text>{t`${agenda.at(-1)?.to ?? 0} minutes in all`}</Text>
      <div>
        <Button onClick={leave}>{t`Done`}</Button>{' '}
        <Button
          appearance="subtle"
          onClick={() => {
            draft.set('agenda', null)
            leave()
          }}
        >{t`As usual`}</Button>
      </div>
    </section>
  )
}
