import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, ArrowRightRegular, DocumentSearchRegular } from '@fluentui/react-icons'
import type { RefObject } from 'react'
import { Review } from '../../domain/records/review.ts'
import { type AgendaPart, agendaParts, type Planned } from '../../domain/rules/meetingAgenda.ts'
import { prompts } from '../../ui/meeting/prompts.ts'
import { Timer } from '../../ui/meeting/Timer.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '8px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    alignItems: 'baseline',
    justifyContent: 'space-between',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  moves: { display: 'flex', gap: '8px' },
  next: { flexGrow: 1, minWidth: 0 },
  show: { marginLeft: '-8px' },
})

/** Where the meeting is: the part with its time, and the ways back and on, in the pane and in the document. */
export const Head = ({
  heading,
  agenda,
  at,
  began,
  ended,
  inDocument,
  said,
  onBegin,
  onPart,
  onShow,
  onEnd,
}: {
  heading: RefObject<HTMLHeadingElement | null>
  agenda: readonly Planned[]
  at: number
  /** In milliseconds. */
  began: number | null
  /** An ISO instant. */
  ended: string | null
  inDocument: boolean
  /** Why the part can't be shown in the document. */
  said: string | null
  onBegin: () => void
  onPart: (part: AgendaPart) => void
  onShow: () => void
  onEnd: () => void
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Review)
  const planned = agenda[at]!
  const { label } = agendaParts[planned.part]
  const before = agenda[at - 1]
  const after = agenda[at + 1]
  const isOn = began !== null && ended === null
  const mayBegin = began === null && mayWrite
  return (
    <section className={styles.head} aria-label={t`Where the meeting is`}>
      {mayBegin && <Button appearance="primary" onClick={onBegin}>{t`Start the meeting`}</Button>}
      <div className={styles.line}>
        <Text size={200} className={styles.quiet}>
          {t`Part ${at + 1} of ${agenda.length}`}
          {!isOn && t` · ${planned.minutes} min`}
        </Text>
        {isOn && <Timer planned={planned} began={began} />}
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {label}
      </h2>
      <Text className={styles.quiet}>{prompts[planned.part]}</Text>
      <div className={styles.moves}>
        <Button
          icon={<ArrowLeftRegular />}
          aria-label={before ? t`Back to ${agendaParts[before.part].label}` : t`Back`}
          disabledFocusable={!before}
          onClick={() => before && onPart(before.part)}
        />
        {after ? (
          <Button
            className={styles.next}
            appearance={mayBegin ? 'secondary' : 'primary'}
            icon={<ArrowRightRegular />}
            iconPosition="after"
            aria-label={t`Next: ${agendaParts[after.part].label}`}
            onClick={() => onPart(after.part)}
          >
            {agendaParts[after.part].label}
          </Button>
        ) : (
          mayWrite &&
          ended === null && (
            <Button className={styles.next} appearance="primary" onClick={onEnd}>{t`End the meeting`}</Button>
          )
        )}
      </div>
      {inDocument && (
        <div className={styles.show}>
          <Button
            size="small"
            appearance="subtle"
            icon={<DocumentSearchRegular />}
            onClick={onShow}
          >{t`Show this part in Word`}</Button>
        </div>
      )}
      <output className={styles.quiet}>{said}</output>
    </section>
  )
}
