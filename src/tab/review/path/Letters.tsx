import { t } from '../../../words/t.ts'
import type { Translation } from '../../../words/translation.ts'
import { Button, Checkbox, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { CloudArrowUpRegular, DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { sorted } from '../../../documents/letters/addressees.ts'
import { type Addressee, type LetterKind, letterKinds } from '../../../documents/letters/letter.ts'
import type { Batch } from '../../../documents/letters/letters.ts'
import { gapsIn, isFamily } from '../../../documents/letters/parts.ts'
import { joinedNames } from '../../../documents/minutes/parts.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { AskFirst } from '../../../ui/letters/AskFirst.tsx'
import { LanguageChoice } from '../../../ui/papers/LanguageChoice.tsx'
import { useMayGo } from '../../../ui/letters/useContactAnswers.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Contributor } from '../../../domain/records/contributor.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { countOf, lettersPassing, type Shape, type Way } from './lettersOnTheirWay.ts'
import { PassedLine } from '../../../ui/disclosure/PassedLine.tsx'
import { useStepStyles } from './stepStyles.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  indent: { paddingLeft: '34px', display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  ask: { color: tokens.colorStatusWarningForeground1 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

type Props = {
  file: ReviewFile
  title: string
  kind: LetterKind
  people: readonly Addressee[]
  /** Whether somebody is ticked to begin with; everybody unless said. */
  ticked?: (to: Addressee) => boolean
  batchOf: (people: readonly Addressee[]) => Batch
  /** The letters have left: to whom, and the first file's name. */
  onGone?: (people: readonly Addressee[], fileName: string) => void
  /** What is marked of those who are ticked, whether by these letters or in another way. */
  mark?: { readonly words: (count: number) => string; onMark(people: readonly Addressee[]): void }
  /** The review that the letters are of; null where they are of none. */
  review?: string | null
  /** Adults who are named in them on purpose, beside those of the review. */
  adults?: readonly string[]
  /** A letter of this kind says when and where. */
  aboutMeeting?: boolean
}

/**
 * Letters to people at a review: who gets one, what they prefer, whom to ask first; then as one file or one each, by
 * the ways on which every document leaves.
 */
export const Letters = ({
  file,
  title,
  kind,
  people,
  ticked,
  batchOf,
  onGone,
  mark,
  review = file.review.key,
  adults = [],
  aboutMeeting = false,
}: Props) => {
  const styles = useStyles()
  const step = useStepStyles()
  const services = useServices()
  const mayWrite = useMayWrite(Contributor)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [shape, setShape] = useState<Shape>('together')
  const [way, setWay] = useState<Way | null>(null)
  const [done, setDone] = useState<Passed | null>(null)
  const [translation, setTranslation] = useState<Translation | null>(null)
  const nameOf = (to: Addressee) => to.key ?? to.name
  const wanted = (to: Addressee) => changed.get(nameOf(to)) ?? ticked?.(to) ?? true
  const asked = people.filter(wanted)
  const what = letterKinds[kind]
  const { mayGo, answerTo } = useMayGo(file.pupil.key, review, what)
  const { ready, hindered } = sorted(asked, new Set(asked.filter(mayGo).map(nameOf)))
  const isFree = (to: Addressee) => !sorted([to], new Set(mayGo(to) ? [nameOf(to)] : [])).hindered.length
  const gaps = aboutMeeting ? gapsIn(file) : []
  const start = (chosen: Way) => {
    setDone(null)
    setWay(chosen)
  }
  return (
    <section className={step.card} aria-label={title}>
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      {people.length === 0 && <Text className={step.quiet}>{t`Nobody is waiting for one.`}</Text>}
      <ul className={styles.list}>
        {people.map((to) => {
          const problem = hindered.find((one) => one.to === to)
          const barred = problem?.why === 'unnamed' || answerTo(to)?.answer === 'mayNot'
          return (
            <li key={nameOf(to)}>
              <Checkbox
                checked={wanted(to) && !barred}
                disabled={barred}
                onChange={(_, { checked }) => setChanged(new Map(changed).set(nameOf(to), checked === true))}
                label={
                  <>
                    <Personal>{to.name}</Personal>{' '}
                    <Text size={200} className={step.quiet}>
                      {[to.role, to.organisation].filter(Boolean).join(' · ')}
                    </Text>
                  </>
                }
              />
              {(to.language || to.restriction || problem) && (
                <div className={styles.indent}>
                  {to.language && <Text size={200}>{t`Prefers: ${to.language}`}</Text>}
                  {problem?.why === 'unnamed' && (
                    <Text size={200} className={step.quiet}>{t`Nobody is named yet`}</Text>
                  )}
                  {to.restriction && wanted(to) && (
                    <AskFirst
                      to={to}
                      what={what}
                      pupil={file.pupil.key}
                      review={review}
                      answer={answerTo(to)}
                    />
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {gaps.length > 0 && (
        <Text
          className={styles.ask}
        >{t`The letters can’t say yet: ${joinedNames(gaps)}. Fill these in first.`}</Text>
      )}
      {people.some(isFree) && (
        <>
          {ready.length > 1 && (
            <RadioGroup
              layout="horizontal"
              aria-label={t`Files`}
              value={shape}
              onChange={(_, { value }) => setShape(value as Shape)}
            >
              <Radio value="together" label={t`One file, a letter a page`} />
              <Radio value="each" label={t`A file for each person`} />
            </RadioGroup>
          )}
          {ready.some((to) => isFamily({ to })) && (
            <LanguageChoice
              value={translation}
              onChange={setTranslation}
              hint={t`For letters to the family, in a file apart from those to professionals. Fixed words as your school had them translated; the letter says so.`}
            />
          )}
          <div className={styles.row}>
            <Button
              icon={<DocumentArrowDownRegular />}
              disabled={ready.length === 0}
              onClick={() => start('download')}
            >{t`Download ${countOf(ready.length)}`}</Button>
            {mayWrite && (
              <Button
                icon={<CloudArrowUpRegular />}
                disabled={ready.length === 0}
                onClick={() => start('save')}
              >{t`Save ${countOf(ready.length)} to the library`}</Button>
            )}
            {mark && mayWrite && (
              <Button disabled={ready.length === 0} onClick={() => mark.onMark(ready)}>
                {mark.words(ready.length)}
              </Button>
            )}
          </div>
        </>
      )}
      {way && (
        <PassOn
          key={`${way} ${shape} ${translation?.tag ?? ''} ${ready.map(nameOf).join(' ')}`}
          passing={lettersPassing(batchOf(ready), shape, way, services, {
            adults,
            translation,
            onGone: (fileName) => onGone?.(ready, fileName),
          })}
          onDone={(passed) => {
            setWay(null)
            setDone(passed)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {done && <PassedLine passed={done} />}
    </section>
  )
}
