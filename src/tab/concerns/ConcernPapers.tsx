import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { DocumentRegular, MailRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { concernLetter } from '../../documents/papers/concernLetter.ts'
import {
  type ConcernFile,
  concernPaper,
  type ConcernShape,
  concernShapes,
} from '../../documents/papers/concernPaper.ts'
import { paperKinds, paperName } from '../../documents/papers/paper.ts'
import { noticeAddressees } from '../../documents/papers/supportNotice.ts'
import { Concern } from '../../domain/records/concern.ts'
import { Contact } from '../../domain/records/contact.ts'
import { letterFile } from '../../ui/letters/letterFile.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PaperCard } from '../../ui/papers/PaperCard.tsx'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { useSchool } from '../../ui/useSchool.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { Letters } from '../review/path/Letters.tsx'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  letters: { display: 'flex', flexDirection: 'column', gap: '8px' },
})

type Known = Omit<ConcernFile, 'school' | 'schoolName' | 'today'>

/** What goes out of a concern: its record on paper, and the letter that tells parents what was decided. */
export const ConcernPapers = (known: Known) => {
  const styles = useStyles()
  const { school, today } = useServices()
  const settled = useSchool()
  const [open, setOpen] = useState<'paper' | 'letter' | null>(null)
  const opens = (one: 'paper' | 'letter') => ({
    'aria-expanded': open === one,
    onClick: () => setOpen(open === one ? null : one),
  })
  const close = () => setOpen(null)
  return (
    <>
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<DocumentRegular />}
          {...opens('paper')}
        >{t`Print or download this concern`}</Button>
        {known.concern.decision !== null && (
          <Button size="small" icon={<MailRegular />} {...opens('letter')}>{t`Write to the parents`}</Button>
        )}
      </div>
      {open && (
        <Loaded queries={[settled]} shape={<Waiting />}>
          {(row) => {
            const file: ConcernFile = { ...known, school: row, schoolName: school.name, today: today() }
            return open === 'paper' ? (
              <OnPaper file={file} onClose={close} />
            ) : (
              <ToParents file={file} onClose={close} />
            )
          }}
        </Loaded>
      )}
    </>
  )
}

const adultsIn = ({ concern, asked, raised, scores, school }: ConcernFile): string[] =>
  [
    concern.raisedBy,
    concern.decidedBy,
    school?.senco ?? null,
    ...asked.map(({ ask }) => ask.teacher),
    ...raised.map(({ by }) => by),
    ...scores.map(({ testedBy }) => testedBy),
  ].filter((name) => name !== null)

const OnPaper = ({ file, onClose }: { file: ConcernFile; onClose: () => void }) => {
  const mayWrite = useMayWrite(Concern)
  const [shape, setShape] = useState<ConcernShape>('words')
  const { concern, asked, raised, scores } = file
  return (
    <PaperCard
      title={t`This concern on paper`}
      says={t`What was seen, who was asked, what screening found, what was decided. Parts in which nothing is recorded are left out.`}
      mayWrite={mayWrite}
      onClose={onClose}
      paper={{
        what: paperKinds.concern.called,
        name: paperName('concern', file, concern.key),
        pupil: file.pupil,
        adults: adultsIn(file),
        days: [
          concern.raisedOn,
          concern.parentsSpoken,
          concern.decidedOn,
          concern.lookAgain,
          concern.toldOn,
          ...asked.map(({ answer }) => answer?.on ?? null),
          ...raised.map(({ on }) => on),
          ...scores.map(({ day }) => day),
        ],
        content: async () => concernPaper(file, shape),
      }}
    >
      <RadioGroup
        aria-label={t`What teachers wrote`}
        value={shape}
        onChange={(_, { value }) => setShape(value as ConcernShape)}
      >
        {Object.entries(concernShapes).map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </PaperCard>
  )
}

const ToParents = ({ file, onClose }: { file: ConcernFile; onClose: () => void }) => {
  const styles = useStyles()
  const { concern, pupil, school, schoolName, today } = file
  const contacts = useAbout(Contact, 'pupil', pupil.key)
  const { doIt, trouble } = useRecordAct(Concern, concern)
  const { href } = useGo()
  const { decision } = concern
  if (decision === null) return null
  return (
    <div className={styles.letters}>
      <Loaded queries={[contacts]} shape={<Waiting />}>
        {(all) => {
          const of = letterFile({ pupil, school, schoolName, contacts: all.records }, concern)
          const people = noticeAddressees(pupil, all.records, today)
          const body = concernLetter({ ...concern, decision })
          return (
            <>
              {people.length === 0 ? (
                <Text>
                  {t`Nobody with parental responsibility is among the contacts yet. `}
                  <Link
                    inline
                    href={href({ at: 'pupil', key: pupil.key, section: 'contacts' })}
                  >{t`Add them`}</Link>
                  {t`, then write to them.`}
                </Text>
              ) : (
                <Letters
                  file={of}
                  title={t`Letter: what was found and decided`}
                  kind="concernDecision"
                  people={people}
                  review={null}
                  adults={[...adultsIn(file), ...all.records.map(({ name }) => name)]}
                  batchOf={(chosen) => ({
                    kind: 'concernDecision',
                    file: of,
                    today,
                    letters: chosen.map((to) => ({ to, body })),
                    of: { name: 'concern', key: concern.key },
                  })}
                  {...(concern.toldOn === null
                    ? {
                        mark: {
                          words: () => t`Letter sent today`,
                          onMark: () =>
                            void doIt({
                              words: t`Letter sent today`,
                              said: t`Noted: parents told today by letter`,
                              changes: (day) => ({ toldOn: day, toldHow: 'letter' }),
                            }),
                        },
                      }
                    : {})}
                />
              )}
            </>
          )
        }}
      </Loaded>
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button once more.`}</Text>
      )}
      <div>
        <Button size="small" appearance="subtle" onClick={onClose}>{t`Close`}</Button>
      </div>
    </div>
  )
}
