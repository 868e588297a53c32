import { t } from '../../words/t.ts'
import { Button, Dropdown, makeStyles, Option, Text, ToggleButton, tokens } from '@fluentui/react-components'
import {
  ArrowLeftRegular,
  ArrowRightRegular,
  EyeOffRegular,
  EyeRegular,
  ShareScreenStartRegular,
} from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import { calledName } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { type AgendaPart, agendaParts, isAgendaPart } from '../../domain/rules/meetingAgenda.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'
import { useKeys } from '../../ui/keys.ts'
import { useServices } from '../../ui/services.tsx'
import { useWide } from '../../ui/useWide.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'
import { agendaOf } from '../../ui/meeting/agenda.ts'
import { AgendaNav } from './AgendaNav.tsx'
import { EndMeeting } from '../../ui/meeting/EndMeeting.tsx'
import { largeType } from './largeType.ts'
import { Parked } from './Parked.tsx'
import { PartContent } from './PartContent.tsx'
import { prompts } from '../../ui/meeting/prompts.ts'
import { saidIn } from '../../ui/meeting/saidIn.ts'
import { Speech } from '../../ui/meeting/Speech.tsx'
import { useBegun } from '../../ui/meeting/useBegun.ts'
import { useFresh } from '../../ui/meeting/useFresh.ts'
import { useSpeaking } from '../../ui/meeting/useSpeaking.ts'
import { SaidList } from '../../ui/meeting/SaidList.tsx'
import { Timer } from '../../ui/meeting/Timer.tsx'
import { unanswered } from '../../documents/unanswered.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  columns: {
    display: 'grid',
    gridTemplateColumns: '250px minmax(0, 1fr) 300px',
    gap: '32px',
    alignItems: 'start',
    '@media (max-width: 1279px)': { gridTemplateColumns: '220px minmax(0, 1fr)', gap: '24px' },
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  },
  side: { position: 'sticky', top: '12px', '@media (max-width: 767px)': { position: 'static' } },
  aside: {
    '@media (max-width: 1279px)': { gridColumn: '2' },
    '@media (max-width: 767px)': { gridColumn: '1' },
  },
  middle: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '1040px', minWidth: 0 },
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: {
    margin: 0,
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  prompt: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  speak: { display: 'flex', flexDirection: 'column', gap: '14px' },
  moves: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: '14px' },
})

/** In these parts people speak first; what was written before the meeting comes after. */
const spoken: readonly AgendaPart[] = ['child', 'parents']

/** The meeting: the agenda at the left, one part in large type, what is parked at the right. */
export const Stage = ({
  file,
  points,
  part,
}: {
  file: ReviewFile
  points: readonly Stored<MeetingPoint>[]
  part: string | null
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const { go, href } = useGo()
  const { hidden, toggle } = useHiddenDetails()
  const wide = useWide(768)
  const mayWrite = useMayWrite(Review)
  const { review, pupil } = file
  const { began, begin } = useBegun(review)
  const [sharing, setSharing] = useState(false)
  const [ending, setEnding] = useState(false)
  const speaking = useSpeaking(file)
  useFresh(file)
  const { speakers, speak, hush } = speaking

  const day = today()
  const agenda = useMemo(() => agendaOf(file, day), [file, day])
  const missing = useMemo(() => unanswered(file, day), [file, day])
  const at = Math.max(
    agenda.findIndex((one) => one.part === part),
    0,
  )
  const planned = agenda[at]!
  const current = planned.part
  const { label } = agendaParts[current]

  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(current)
  useEffect(() => {
    if (shown.current === current) return
    shown.current = current
    hush()
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [current, hush])

  const to = (next: AgendaPart) => {
    setEnding(false)
    go({ at: 'live', key: review.key, part: next })
  }
  const move = (by: number) => {
    const next = agenda[at + by]
    if (next) to(next.part)
  }
  const keys: Record<string, () => void> = {
    ArrowRight: () => move(1),
    ArrowLeft: () => move(-1),
    p: () => document.getElementById('park-this')?.focus(),
  }
  for (const [i, { key }] of speakers.slice(0, 9).entries()) keys[String(i + 1)] = () => speak(key)
  useKeys(keys)

  const start = () => {
    begin()
    // The button goes: what is read next is the part that the meeting begins with.
    heading.current?.focus()
  }
  const said = saidIn(file, current)
  const list = said.length > 0 && <SaidList views={said} child={calledName(pupil)} />
  const isSpoken = spoken.includes(current)
  return (
    <>
      <div className={styles.bar}>
        {!sharing && began !== null && review.meetingEnded === null && (
          <Timer planned={planned} began={began} />
        )}
        <div className={styles.acts}>
          {began === null && mayWrite && (
            <Button appearance="primary" onClick={start}>{t`Start the meeting`}</Button>
          )}
          <ToggleButton
            icon={<ShareScreenStartRegular />}
            checked={sharing}
            onClick={() => setSharing(!sharing)}
          >
            {sharing ? t`Screen is shared` : t`I share my screen`}
          </ToggleButton>
          <Button icon={hidden ? <EyeRegular /> : <EyeOffRegular />} onClick={toggle}>
            {hidden ? t`Show details` : t`Hide details`}
          </Button>
          {mayWrite && (
            <Button
              appearance={began === null ? 'secondary' : 'primary'}
              onClick={() => setEnding(true)}
            >{t`End the meeting`}</Button>
          )}
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.side}>
          {wide ? (
            <AgendaNav file={file} agenda={agenda} current={current} missing={missing} sharing={sharing} />
          ) : (
            <Dropdown
              aria-label={t`Part of the meeting`}
              value={label}
              selectedOptions={[current]}
              onOptionSelect={(_, { optionValue }) =>
                optionValue && isAgendaPart(optionValue) && to(optionValue)
              }
            >
              {agenda.map((one) => (
                <Option key={one.part} value={one.part} text={agendaParts[one.part].label}>
                  {agendaParts[one.part].label}
                  {sharing ? '' : t` (${one.minutes} min)`}
                </Option>
              ))}
            </Dropdown>
          )}
        </div>
        <div className={styles.middle} style={largeType}>
          {ending && (
            <EndMeeting
              file={file}
              missing={missing}
              parked={points.filter(({ state }) => state === 'parked').length}
              storeAll={speaking.storeAll}
              note={t`Everything typed is stored as it was typed. The minutes need no typing up.`}
              hrefOf={(open) => href({ at: 'live', key: review.key, part: open })}
              onPart={() => setEnding(false)}
              onEnded={() => go({ at: 'review', key: review.key, block: null })}
              onClose={() => setEnding(false)}
            />
          )}
          <div className={styles.head}>
            <h2 ref={heading} tabIndex={-1} className={styles.title}>
              {label}
            </h2>
            <Text className={styles.prompt}>{prompts[current]}</Text>
          </div>
          <section className={styles.speak} aria-label={t`What people say`}>
            <Speech file={file} topic={label} speaking={speaking} keyed />
            {isSpoken && list}
          </section>
          <div key={current} className={styles.part}>
            {isSpoken && (
              <Text as="h3" weight="semibold" style={{ margin: 0 }}>{t`Written for the review`}</Text>
            )}
            <PartContent part={current} file={file} />
          </div>
          {!isSpoken && list}
          <div className={styles.moves}>
            <Button icon={<ArrowLeftRegular />} disabled={at === 0} onClick={() => move(-1)}>
              {at > 0 ? agendaParts[agenda[at - 1]!.part].label : t`Back`}
            </Button>
            {at < agenda.length - 1 ? (
              <Button icon={<ArrowRightRegular />} iconPosition="after" onClick={() => move(1)}>
                {agendaParts[agenda[at + 1]!.part].label}
              </Button>
            ) : (
              mayWrite && <Button onClick={() => setEnding(true)}>{t`End the meeting`}</Button>
            )}
          </div>
          <Text className={styles.quiet}>
            {mayWrite
              ? t`Keys while you aren’t typing: ← and → for the parts, 1 to 9 for who speaks, p to park, h to hide details. Escape leaves a text.`
              : t`Keys: ← and → for the parts, h to hide details.`}
          </Text>
        </div>
        <div className={styles.aside}>
          <Parked file={file} points={points} topic={label} />
        </div>
      </div>
    </>
  )
}
