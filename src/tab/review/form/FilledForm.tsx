import { Button, makeStyles, Text } from '@fluentui/react-components'
import { CloudArrowUpRegular, DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { Review } from '../../../domain/records/review.ts'
import { minutesName } from '../../../documents/minutesName.ts'
import { readParagraphs } from '../../../documents/readParagraphs.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { docxType } from '../../../documents/word/names.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { adultsOf, daysOf, type Passed, type Passing } from '../../../ui/disclosure/passOn.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { placeName } from '../../../documents/form/fields.ts'
import { type FilledFor, fillFor, type ReadyForm } from './readFilled.ts'
import { PassedLine } from '../path/PassedLine.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '760px' },
  list: { margin: 0, paddingLeft: '20px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

type Way = 'download' | 'save'

/** `AK 2026-03-10 9J2K4F form.docx`: the review's own file name, with the form's word behind it. */
const nameOf = (file: ReviewFile) => minutesName(file.pupil, file.review).replace(/\.docx$/, ' form.docx')

const passing = (file: ReviewFile, filled: FilledFor, services: Services, way: Way): Passing => ({
  title: way === 'download' ? 'Download the authority’s form' : 'Save the authority’s form to the library',
  did: way === 'download' ? 'downloaded' : 'saved',
  what: 'Authority’s form',
  about: [file.pupil.key],
  logged: [file.pupil.key],
  adults: adultsOf(file),
  days: daysOf(file.pupil),
  verb: way === 'download' ? 'Download' : 'Save',
  look: async () => ({
    paragraphs: readParagraphs(filled.xml),
    go: async () => {
      if (way === 'download') {
        services.download(nameOf(file), filled.bytes, docxType)
        return { words: 'Downloaded. Read it through in Word: what stays open is filled in by hand.' }
      }
      const saved = await services.files.save('senco', `Reviews/${nameOf(file)}`, filled.bytes, docxType)
      return {
        words: `Saved as ${saved.name} in Reviews.`,
        link: { words: 'Open it', address: saved.webUrl },
      }
    },
  }),
})

const Told = ({ title, rows }: { title: string; rows: readonly string[] }) => {
  const styles = useStyles()
  if (rows.length === 0) return null
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {rows.map((row, at) => (
          <li key={`${at} ${row}`}>{row}</li>
        ))}
      </ul>
    </div>
  )
}

/** One authority's form as this review fills it: what stays open and why, before it goes anywhere. */
export const FilledForm = ({ ready, file }: { ready: ReadyForm; file: ReviewFile }) => {
  const styles = useStyles()
  const services = useServices()
  const mayWrite = useMayWrite(Review)
  const [way, setWay] = useState<Way | null>(null)
  const [done, setDone] = useState<Passed | null>(null)
  const today = services.today()
  const filled = useMemo(() => fillFor(ready, file, today), [ready, file, today])
  const start = (chosen: Way) => {
    setDone(null)
    setWay(chosen)
  }
  return (
    <div className={styles.whole}>
      <Told
        title="Longer than the form takes: shorten in the review, or in Word"
        rows={filled.tooLong.map(
          ({ field, length, most }) => `${placeName(field)}: ${length} characters, the form takes ${most}`,
        )}
      />
      <Told
        title="The form has no such choice"
        rows={filled.noChoice.map(({ field, said }) => `${placeName(field)}: the record says “${said}”`)}
      />
      <Told title="Nothing recorded yet" rows={[...new Set(filled.empty.map(({ label }) => label))]} />
      <Told
        title="Filled in by hand"
        rows={[
          ...new Set([
            ...filled.byHand.fields.map(placeName),
            ...filled.byHand.tables.map(({ columns }) => columns.map(({ label }) => label).join(', ')),
          ]),
        ]}
      />
      <Told
        title="Recorded, and this form has no place for it: send it beside the form"
        rows={filled.nowhere.map(({ label }) => label)}
      />
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<DocumentArrowDownRegular />} onClick={() => start('download')}>
          Download the filled form
        </Button>
        {mayWrite && (
          <Button icon={<CloudArrowUpRegular />} onClick={() => start('save')}>
            Save it to the library
          </Button>
        )}
      </div>
      {way && (
        <PassOn
          key={way}
          passing={passing(file, filled, services, way)}
          onDone={(passed) => {
            setWay(null)
            setDone(passed)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {done && <PassedLine passed={done} />}
    </div>
  )
}
