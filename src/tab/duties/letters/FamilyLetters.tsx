import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowDownRegular, MailRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import {
  familyLetters,
  familyLettersDocument,
  type FamilyLetter,
  type LetterSettings,
} from '../../../documents/letters/familyLetters.ts'
import { inLanguage } from '../../../documents/inLanguage.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { docxType } from '../../../documents/word/names.ts'
import { counted } from '../../../domain/counted.ts'
import { fileMark } from '../../../domain/rules/belongings.ts'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import type { LetterTemplate } from '../../../domain/records/letterTemplate.ts'
import { PassedLine } from '../../../ui/disclosure/PassedLine.tsx'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { daysOf, type Passed, type Passing } from '../../../ui/disclosure/passOn.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { LanguageChoice } from '../../../ui/papers/LanguageChoice.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import type { Translation } from '../../../words/translation.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { ChooseFamilies, everybody, narrowed } from './ChooseFamilies.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import { type Choosable, choosable, useFamilyQueries } from './useFamilies.ts'
import { useLetterEntries } from './useLetterEntries.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '14px',
    width: '100%',
    maxWidth: '900px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
})

/** A letter of the school's own, written to the families that are chosen: offered as a button, made when asked. */
export const FamilyLetters = ({ template }: { template: Stored<LetterTemplate> }) => {
  const styles = useStyles()
  const services = useServices()
  const [open, setOpen] = useState(false)
  const today = services.today()
  const used = template.from <= today && (template.until === null || template.until >= today)
  return (
    <div className={styles.part}>
      <Button
        icon={<MailRegular />}
        appearance="primary"
        disabled={!used}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Write it to families`}</Button>
      {!used && <Text className={styles.quiet}>{t`It is not in use today: look at its days below.`}</Text>}
      {open && used && <Families template={template} />}
    </div>
  )
}

const Families = ({ template }: { template: Stored<LetterTemplate> }) => {
  const services = useServices()
  const today = services.today()
  return (
    <Loaded queries={useFamilyQueries()} shape={<Waiting />}>
      {(pupils, entries, cycles, calendar, contacts, reviews, needs, school) => (
        <>
          <Unreadable listings={[pupils, entries, cycles, contacts, reviews, needs]} />
          <Write
            template={template}
            all={choosable(
              {
                pupils: pupils.records,
                entries: entries.records,
                cycles: cycles.records,
                calendar,
                contacts: contacts.records,
                reviews: reviews.records,
                needs: needs.records,
              },
              today,
            )}
            settings={{ school, schoolName: services.school.name, today }}
          />
        </>
      )}
    </Loaded>
  )
}

const Write = ({
  template,
  all,
  settings,
}: {
  template: Stored<LetterTemplate>
  all: readonly Choosable[]
  settings: LetterSettings
}) => {
  const styles = useStyles()
  const services = useServices()
  const mayWrite = useMayWrite(ChronologyEntry)
  const [by, setBy] = useState(everybody)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [translation, setTranslation] = useState<Translation | null>(null)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Passed | null>(null)
  const chosen = narrowed(all, by).filter(({ pupil }) => !off.has(pupil.key))
  const { letters, leftOut } = familyLetters(template, chosen, settings)
  if (all.length === 0)
    return (
      <Notice
        title={t`Nobody to write to`}
        todo={t`Families of pupils with SEN support or an EHC plan are written to from here. None is on the register.`}
      />
    )
  return (
    <section className={styles.card} aria-label={t`Letters to families`}>
      <ChooseFamilies all={all} by={by} onBy={setBy} off={off} onOff={setOff} />
      <Text aria-live="polite">
        {t`${counted(letters.length, 'letter')}: one for each address with a parent who has parental responsibility, or to the young person once they are over compulsory school age.`}
      </Text>
      <LeftOutList leftOut={leftOut} />
      {letters.length > 0 && (
        <>
          <LetterPreview letters={letters} language={template.language} />
          <LanguageChoice
            value={translation}
            onChange={setTranslation}
            hint={t`For the greeting, whom to ask and the signature. Your own text stays as you wrote it.`}
          />
          <div className={styles.row}>
            <Button
              icon={<DocumentArrowDownRegular />}
              onClick={() => {
                setDone(null)
                setAsking(true)
              }}
            >{t`Download ${counted(letters.length, 'letter')} for Word`}</Button>
          </div>
          {asking && (
            <PassOn
              key={letters.map(({ pupil, to }) => `${pupil.key}${to.name}`).join(' ')}
              passing={passingOf(template, letters, settings, translation, services)}
              onDone={(passed) => {
                setAsking(false)
                setDone(passed)
              }}
              onClose={() => setAsking(false)}
            />
          )}
          {done && <PassedLine passed={done} />}
          {mayWrite && <Sent letters={letters} />}
        </>
      )}
    </section>
  )
}

/** That they went is said by a person: a file that was made may never have been sent. */
const Sent = ({ letters }: { letters: readonly FamilyLetter[] }) => {
  const styles = useStyles()
  const { write, busy, trouble, written, pupils } = useLetterEntries(letters)
  return (
    <div className={styles.row}>
      <Button disabled={busy} onClick={() => void write()}>
        {busy ? t`Writing` : t`Sent today: write it into ${counted(pupils, 'chronology', 'chronologies')}`}
      </Button>
      {written > 0 && !trouble && (
        <Text>{t`Written into ${counted(written, 'chronology', 'chronologies')}.`}</Text>
      )}
      {trouble && (
        <Text role="alert">{t`Not all was saved: ${whyNotSaved(trouble)}. Press the button again; what is there already is not written twice.`}</Text>
      )}
    </div>
  )
}

const passingOf = (
  template: Stored<LetterTemplate>,
  letters: readonly FamilyLetter[],
  settings: LetterSettings,
  translation: Translation | null,
  services: ReturnType<typeof useServices>,
): Passing => {
  const pupils = [...new Map(letters.map(({ pupil }) => [pupil.key, pupil])).values()]
  const count = counted(letters.length, 'letter')
  const { school, today } = settings
  return {
    title: t`Download ${count}`,
    did: 'downloaded',
    what: t`Letters to families`,
    about: pupils.map(({ key }) => key),
    logged: pupils.filter(({ status }) => status === 'E').map(({ key }) => key),
    adults: [
      ...letters.map(({ to }) => to.name),
      ...pupils.flatMap(({ keyAdult }) => keyAdult ?? []),
      ...(school?.senco ? [school.senco] : []),
    ],
    days: [today, ...pupils.flatMap(daysOf)],
    verb: t`Download`,
    look: async () => {
      const content = inLanguage(translation)(() => familyLettersDocument(template.name, letters, settings))
      return {
        paragraphs: paragraphsOf(content),
        go: async () => {
          const { docxFor } = await import('../../../ui/design.ts')
          services.download(
            t`Letters to families ${today} ${fileMark(template.key)}.docx`,
            await docxFor(services, content),
            docxType,
          )
          return {
            words: t`Downloaded ${count} in one file. It holds names and addresses: keep it where only the right people see it.`,
          }
        },
      }
    },
  }
}
