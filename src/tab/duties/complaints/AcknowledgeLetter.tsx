import { t } from '../../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type Acknowledging, acknowledgement } from '../../../documents/letters/complaintLetter.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { docxType } from '../../../documents/word/names.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Complaint } from '../../../domain/records/complaint.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { fileMark } from '../../../domain/rules/belongings.ts'
import { PassedLine } from '../../../ui/disclosure/PassedLine.tsx'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { daysOf, type Passed, type Passing } from '../../../ui/disclosure/passOn.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
})

/** The letter that a complaint came, who answers and by when: made when asked, given out as every document is. */
export const AcknowledgeLetter = ({
  complaint,
  pupil,
  ...stages
}: {
  complaint: Stored<Complaint>
  /** Null: it is about no one pupil. */
  pupil: Stored<Pupil> | null
} & Pick<Acknowledging, 'stage' | 'next' | 'answerBy'>) => {
  const styles = useStyles()
  const services = useServices()
  const school = useSchool().data ?? null
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Passed | null>(null)
  const today = services.today()
  const passing: Passing = {
    title: t`Download the letter`,
    did: 'downloaded',
    what: t`Acknowledgement of a complaint`,
    about: pupil ? [pupil.key] : [],
    ...(pupil ? {} : { ofNobody: true as const }),
    logged: pupil ? [pupil.key] : [],
    adults: [complaint.from, complaint.owner, school?.senco ?? null].filter((one) => one !== null),
    days: [complaint.received, stages.answerBy, today, ...(pupil ? daysOf(pupil) : [])],
    verb: t`Download`,
    look: async () => {
      const content = acknowledgement({
        complaint,
        ...stages,
        school,
        schoolName: services.school.name,
        today,
      })
      return {
        paragraphs: paragraphsOf(content),
        go: async () => {
          const { docxFor } = await import('../../../ui/design.ts')
          services.download(
            t`Acknowledgement ${today} ${fileMark(complaint.key)}.docx`,
            await docxFor(services, content),
            docxType,
          )
          return { words: t`Downloaded. Say that it is acknowledged once the letter has gone.` }
        },
      }
    },
  }
  return (
    <div className={styles.part}>
      <Button
        size="small"
        icon={<DocumentArrowDownRegular />}
        onClick={() => {
          setDone(null)
          setAsking(true)
        }}
      >{t`Letter that acknowledges it`}</Button>
      {asking && (
        <PassOn
          passing={passing}
          onDone={(passed) => {
            setAsking(false)
            setDone(passed)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {done && <PassedLine passed={done} />}
    </div>
  )
}
