import { t } from '../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { CloudArrowUpRegular, DocumentArrowDownRegular, DocumentOnePageRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { docxType } from '../../documents/word/names.ts'
import { Review } from '../../domain/records/review.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { adultsOf, daysOf, type Passed, type Passing } from '../../ui/disclosure/passOn.ts'
import { type Services, useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { PassedLine } from '../../ui/disclosure/PassedLine.tsx'

const useStyles = makeStyles({
  all: { flexBasis: '100%', minWidth: 0 },
})

type Way = 'download' | 'save' | 'clean'

const titles: { [W in Way]: string } = {
  download: t`Download the minutes`,
  save: t`Save the minutes to the library`,
  clean: t`Download a clean copy of the minutes`,
}

/** The minutes on their way, of the record as it is when they are looked at: what was looked at is what goes. */
const passing = (file: ReviewFile, services: Services, way: Way): Passing => ({
  title: titles[way],
  did: way === 'save' ? 'saved' : 'downloaded',
  what: way === 'clean' ? t`Clean copy of review minutes` : t`Review minutes`,
  about: [file.pupil.key],
  logged: [file.pupil.key],
  adults: adultsOf(file),
  days: daysOf(file.pupil),
  verb: way === 'save' ? t`Save` : t`Download`,
  look: async () => {
    const [{ reviewMinutes }, { paragraphsOf }, { docxFor }, { cleanName, minutesName }] = await Promise.all([
      import('../../documents/reviewMinutes.ts'),
      import('../../documents/paragraphs.ts'),
      import('../../ui/design.ts'),
      import('../../documents/minutesName.ts'),
    ])
    const content = reviewMinutes(file, services.today())
    const download = async () => {
      services.download(minutesName(file.pupil, file.review), await docxFor(services, content), docxType)
      return {
        words: t`Downloaded. The file holds the pupil’s data: keep it where only the right people see it.`,
      }
    }
    const save = async () => {
      const path = `Reviews/${minutesName(file.pupil, file.review)}`
      const saved = await services.files.save('senco', path, await docxFor(services, content), docxType)
      return {
        words: t`Saved as ${saved.name} in Reviews.`,
        link: { words: t`Open it`, address: saved.webUrl },
      }
    }
    const clean = async () => {
      const { cleanCopy } = await import('../../documents/cleanCopy.ts')
      const { bytes, gaps } = cleanCopy(await docxFor(services, content))
      services.download(cleanName(minutesName(file.pupil, file.review)), bytes, docxType)
      const still =
        gaps === 0
          ? ''
          : t` ${gaps === 1 ? t`1 gap that nobody filled in stays` : t`${gaps} gaps that nobody filled in stay`} in it, in brackets.`
      return { words: t`Downloaded as plain text, with nothing that ties it to the record.${still}` }
    }
    return { paragraphs: paragraphsOf(content), go: { download, save, clean }[way] }
  },
})

/** The minutes as a Word document, given to the person or put into the SENCO's library. */
export const Minutes = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const services = useServices()
  const mayWrite = useMayWrite(Review)
  const [way, setWay] = useState<Way | null>(null)
  const [done, setDone] = useState<Passed | null>(null)
  const start = (chosen: Way) => {
    setDone(null)
    setWay(chosen)
  }
  return (
    <>
      <Button
        icon={<DocumentArrowDownRegular />}
        onClick={() => start('download')}
      >{t`Download minutes`}</Button>
      <Button
        icon={<DocumentOnePageRegular />}
        onClick={() => start('clean')}
      >{t`Clean copy to send`}</Button>
      {mayWrite && (
        <Button
          icon={<CloudArrowUpRegular />}
          onClick={() => start('save')}
        >{t`Save minutes to the library`}</Button>
      )}
      {way && (
        <div className={styles.all}>
          <PassOn
            key={way}
            passing={passing(file, services, way)}
            onDone={(passed) => {
              setWay(null)
              setDone(passed)
            }}
            onClose={() => setWay(null)}
          />
        </div>
      )}
      {done && <PassedLine passed={done} />}
    </>
  )
}
