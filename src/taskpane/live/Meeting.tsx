import { t } from '../../words/t.ts'
import { Accordion, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo, useRef, useState } from 'react'
import { documentWording } from '../../documents/documentWording.ts'
import { notYetFilled } from '../../documents/notYetFilled.ts'
import { partInDocument } from '../../documents/partInDocument.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewMinutes } from '../../documents/reviewMinutes.ts'
import { Review } from '../../domain/records/review.ts'
import { type AgendaPart, agendaParts, plannedAt } from '../../domain/rules/meetingAgenda.ts'
import type { OpenDocument } from '../../host/word.ts'
import { agendaOf } from '../../ui/meeting/agenda.ts'
import { EndMeeting } from '../../ui/meeting/EndMeeting.tsx'
import { useBegun } from '../../ui/meeting/useBegun.ts'
import { useSpeaking } from '../../ui/meeting/useSpeaking.ts'
import { useServices } from '../../ui/services.tsx'
import { whenWords } from '../../ui/when.ts'
import { useWording } from '../../ui/wording/useWording.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { ChecklistPart } from '../minutes/ChecklistPart.tsx'
import { WordingNotes } from '../minutes/WordingPart.tsx'
import type { PartProps } from '../parts.ts'
import { Agenda } from './Agenda.tsx'
import { Head } from './Head.tsx'
import { NotFilled } from './NotFilled.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { State } from './State.tsx'
import { typedWords } from './typedWords.ts'
import { useGoTo } from './useGoTo.ts'
import type { Watched } from './useWatch.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  folds: { marginLeft: '-12px', marginRight: '-12px' },
})

/** The meeting in one column: where it is, what to add, what is not said yet, and what stands where. */
export const Meeting = ({
  file,
  parked,
  document,
  known,
  other,
  watched,
  onAsk,
}: PartProps & {
  file: ReviewFile
  /** How many points are parked still. */
  parked: number
  /** The open document where it holds the minutes of this review alone. */
  document: OpenDocument | null
  /** The open document was read. */
  known: boolean
  /** It holds parts of another review. */
  other: boolean
  watched: Watched
}) => {
  const styles = useStyles()
  const { today, now } = useServices()
  const mayWrite = useMayWrite(Review)
  const { review } = file
  const day = today()
  const { began, begin } = useBegun(review)
  const agenda = useMemo(() => agendaOf(file, day), [file, day])
  const together = useMemo(() => notYetFilled(file, document, day), [file, document, day])
  const wording = useWording(file.pupil.key)
  const typed = useMemo(() => new Set(together.typed.map(({ tag }) => tag)), [together.typed])
  const notes = useMemo(
    () =>
      document && typed.size > 0
        ? documentWording(together.file, document, wording).filter(({ tag }) => typed.has(tag))
        : [],
    [together.file, document, wording, typed],
  )
  // Only a person moves the meeting on: what is typed here belongs to the part in sight.
  const [chosen, setChosen] = useState<AgendaPart>(
    () => agenda[began === null || review.meetingEnded ? 0 : plannedAt(agenda, began, now().getTime())]!.part,
  )
  const [ending, setEnding] = useState(false)
  const [open, setOpen] = useState<unknown[]>(() => (began === null ? ['agenda'] : ['notFilled']))
  const speaking = useSpeaking(file)
  const toPart = useGoTo(document)
  const head = useRef<HTMLHeadingElement>(null)
  const at = Math.max(
    agenda.findIndex(({ part }) => part === chosen),
    0,
  )
  const { part } = agenda[at]!

  const show = (next: AgendaPart) =>
    document ? void toPart.part(next, partInDocument(reviewMinutes(file, day), next)) : undefined
  const go = (next: AgendaPart) => {
    if (next !== part) speaking.hush()
    setEnding(false)
    setChosen(next)
    show(next)
  }
  const note =
    typed.size + together.rows === 0
      ? t`Everything typed here is stored as it was typed.`
      : t`${typedWords(typed.size, together.rows)}: Read back, under Minutes, brings it in.`
  return (
    <>
      <Head
        heading={head}
        agenda={agenda}
        at={at}
        began={began}
        ended={review.meetingEnded}
        inDocument={document !== null}
        said={toPart.said}
        onBegin={() => {
          begin()
          head.current?.focus()
        }}
        onPart={go}
        onShow={() => show(part)}
        onEnd={() => setEnding(true)}
      />
      {ending && (
        <EndMeeting
          file={file}
          missing={together.missing}
          parked={parked}
          storeAll={speaking.storeAll}
          note={note}
          onPart={go}
          onEnded={() => {
            setEnding(false)
            head.current?.focus()
          }}
          onClose={() => setEnding(false)}
        />
      )}
      {known && (
        <State
          other={other}
          typed={typed.size}
          rows={together.rows}
          newer={together.newer}
          inDocument={document !== null}
          watched={watched}
          onReadBack={() => onAsk('minutes', 'readBack')}
          onUpdate={() => onAsk('minutes', 'update')}
          onInsert={() => onAsk('minutes')}
        />
      )}
      <QuickAdd file={file} topic={agendaParts[part].label} speaking={speaking} />
      <Accordion
        className={styles.folds}
        collapsible
        multiple
        openItems={open}
        onToggle={(_, { openItems }) => setOpen(openItems)}
      >
        <Agenda file={together.file} agenda={agenda} current={part} missing={together.missing} onPart={go} />
        <NotFilled gaps={together.gaps} document={document} />
        <WordingNotes notes={notes} title={t`Wording of what was typed`} />
        <ChecklistPart
          file={together.file}
          document={document}
          about={t`Of the record and what was typed in this document.`}
        />
      </Accordion>
      {mayWrite && review.meetingEnded === null && !ending && at < agenda.length - 1 && (
        <div>
          <Button size="small" onClick={() => setEnding(true)}>{t`End the meeting`}</Button>
        </div>
      )}
      {review.meetingEnded !== null && (
        <Text size={200} className={styles.quiet}>
          {t`The meeting ended ${whenWords(new Date(review.meetingEnded), day)}. `}
          <Link as="button" onClick={() => onAsk('minutes')}>{t`Go on with the minutes`}</Link>
        </Text>
      )}
    </>
  )
}
