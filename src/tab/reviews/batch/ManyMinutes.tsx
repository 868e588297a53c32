import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { counted, showCount } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import type { Trouble } from '../../../domain/problem.ts'
import { LogTrouble } from '../../../ui/disclosure/LogTrouble.tsx'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import type { Watch } from '../../../ui/disclosure/usePassOn.ts'
import { Watched } from '../../../ui/disclosure/Watched.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { wordsOf } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import type { Line } from '../lines.ts'
import { clearOf, type Many, type ManyState, useManyMinutes, type Way } from './useManyMinutes.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    ':focus': { outline: 'none' },
  },
  title: { margin: 0 },
  bar: { width: '100%', maxWidth: '480px', display: 'flex', flexDirection: 'column', gap: '6px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px', maxHeight: '260px', overflowY: 'auto' },
  passing: { width: '100%' },
})

type Props = { lines: readonly Line[]; onClose: () => void }

/** The minutes of every review that the list shows, as files: made with progress, passed on together. */
export const ManyMinutes = (props: Props) => <Watched>{(watch) => <Card {...props} {...watch} />}</Watched>

const Card = ({
  lines,
  onClose,
  pupils,
  restricted,
  unread,
}: Props & Watch & { pupils: readonly Stored<Pupil>[] }) => {
  const styles = useStyles()
  const card = useRef<HTMLElement>(null)
  const { state, make, cancel, passing } = useManyMinutes(
    lines.map(({ review }) => review.key),
    { pupils, restricted },
  )
  const [way, setWay] = useState<Way | null>(null)
  const [passed, setPassed] = useState<Passed | null>(null)
  const mayWrite = useMayWrite(Review)
  useEffect(() => {
    card.current?.focus()
  }, [state.is])
  const saving = state.is === 'made' && state.saved !== null && !state.saved.ended
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-labelledby="many-minutes">
      <Text
        as="h2"
        id="many-minutes"
        size={400}
        weight="semibold"
        className={styles.title}
      >{t`Minutes of ${counted(lines.length, 'review')}`}</Text>
      {state.is === 'asked' && (
        <Text
          className={styles.quiet}
        >{t`A Word file for each review that the list shows, from the record as it is now. Before they go, each is looked through for other children. Nothing in the records is changed.`}</Text>
      )}
      <Working state={state} of={lines.length} />
      {state.is === 'failed' && <TroubleNotice trouble={state.trouble} retry={make} />}
      {state.is === 'made' && (
        <>
          <Result many={state.many} lines={lines} />
          {unread > 0 && (
            <Text>{t`${counted(unread, 'row')} of the register can’t be read, so those children weren’t looked for.`}</Text>
          )}
          {state.saved?.ended && <NotSaved refused={state.saved.refused} lines={lines} />}
          {passed && <output>{passed.words}</output>}
          <LogTrouble />
          {way && (
            <div className={styles.passing}>
              <PassOn
                key={way}
                passing={passing(state.many, way)}
                onDone={(done) => {
                  setPassed(done)
                  setWay(null)
                }}
                onClose={() => setWay(null)}
              />
            </div>
          )}
        </>
      )}
      <div className={styles.buttons}>
        {state.is === 'asked' && (
          <Button appearance="primary" onClick={make}>{t`Make ${showCount(lines.length)} files`}</Button>
        )}
        {state.is === 'made' && way === null && clearOf(state.many).length > 0 && (
          <>
            <Button
              appearance="primary"
              onClick={() => setWay('download')}
            >{t`Download ${showCount(clearOf(state.many).length)} as one file`}</Button>
            {mayWrite && <Button onClick={() => setWay('save')}>{t`Save them to the library`}</Button>}
          </>
        )}
        {saving ? (
          <Button onClick={cancel}>{t`Stop saving`}</Button>
        ) : (
          way === null && (
            <Button
              appearance={state.is === 'made' ? 'subtle' : 'secondary'}
              onClick={() => {
                cancel()
                onClose()
              }}
            >
              {state.is === 'made' ? t`Done` : t`Cancel`}
            </Button>
          )
        )}
      </div>
    </section>
  )
}

/** How far the making or the saving is. */
const Working = ({ state, of }: { state: ManyState; of: number }) => {
  const styles = useStyles()
  if (state.is === 'reading') return <Spinner size="tiny" label={t`Reading the records`} />
  const saved = state.is === 'made' && state.saved && !state.saved.ended ? state.saved : null
  const at = state.is === 'making' ? { done: state.done, of } : saved
  if (!at) return null
  const words = saved ? t`Saving the minutes` : t`Making the minutes`
  return (
    <div className={styles.bar}>
      <ProgressBar value={at.done} max={Math.max(1, at.of)} aria-label={words} />
      <Text>{t`${showCount(at.done)} of ${showCount(at.of)}`}</Text>
    </div>
  )
}

const NameOf = ({ review, lines }: { review: string; lines: readonly Line[] }) => {
  const { href } = useGo()
  const line = lines.find((one) => one.review.key === review)
  return (
    <Link href={href({ at: 'review', key: review, block: null })}>
      {line ? <PupilName pupil={line.pupil} /> : t`A review`}
    </Link>
  )
}

/** What was made, what is left out of it, and why. */
const Result = ({ many, lines }: { many: Many; lines: readonly Line[] }) => {
  const styles = useStyles()
  const clear = clearOf(many)
  const held = many.made.filter(({ findings }) => findings.length > 0)
  return (
    <>
      <output>
        <Text block weight="semibold">{t`${counted(clear.length, 'file')} ready`}</Text>
      </output>
      {held.length > 0 && (
        <>
          <Text>{t`${held.length === 1 ? t`One is` : t`${held.length} are`} left out: another child, or a word that your school holds back, may stand in ${held.length === 1 ? t`it` : t`them`}. Look at ${held.length === 1 ? t`it` : t`each`} in its review and pass it on from there.`}</Text>
          <ul className={styles.list}>
            {held.map(({ review, findings }) => (
              <li key={review}>
                <NameOf review={review} lines={lines} />
                {t`: ${counted(findings.length, 'place')} to look at`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Troubles words={t`could not be made`} refused={many.refused} lines={lines} />
    </>
  )
}

const NotSaved = ({ refused, lines }: { refused: Many['refused']; lines: readonly Line[] }) => (
  <Troubles words={t`could not be saved`} refused={refused} lines={lines} />
)

const Troubles = ({
  words,
  refused,
  lines,
}: {
  words: string
  refused: readonly { readonly review: string; readonly trouble: Trouble }[]
  lines: readonly Line[]
}) => {
  const styles = useStyles()
  if (refused.length === 0) return null
  return (
    <>
      <Text>
        {counted(refused.length, 'file')} {words}:
      </Text>
      <ul className={styles.list}>
        {refused.map(({ review, trouble }) => (
          <li key={review}>
            <NameOf review={review} lines={lines} />: {wordsOf(trouble).title}. {wordsOf(trouble).todo}
          </li>
        ))}
      </ul>
    </>
  )
}
