import { t } from '../../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { ExamEvidence } from '../../../domain/records/examEvidence.ts'
import type { ExamForm } from '../../../domain/records/examForm.ts'
import type { ExamScore } from '../../../domain/records/examScore.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { examEvidenceLines } from '../../../documents/examEvidenceLines.ts'
import { listWorkbook } from '../../../documents/listWorkbook.ts'
import { paperName } from '../../../documents/papers/paper.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { passingList } from '../../register/passingList.ts'

/** The evidence of one candidate as a workbook, line by line, to sort and to add to. */
export const EvidenceBook = ({
  pupil,
  evidence,
  forms,
  scores,
}: {
  pupil: Stored<Pupil>
  evidence: readonly Stored<ExamEvidence>[]
  forms: readonly Stored<ExamForm>[]
  scores: readonly Stored<ExamScore>[]
}) => {
  const services = useServices()
  const say = useSay()
  const [leaving, setLeaving] = useState(false)
  const today = services.today()
  const { head, lines } = examEvidenceLines(evidence, forms, scores)
  const name = paperName('examEvidence', {
    pupil,
    school: null,
    schoolName: services.school.name,
    today,
  }).replace(/\.docx$/, '.xlsx')
  const go = async (): Promise<Passed> => {
    const { xlsxBytes, xlsxType } = await import('../../../documents/xlsx/xlsx.ts')
    const book = listWorkbook({
      title: t`Evidence`,
      author: services.school.name,
      about: t`Evidence for exam arrangements of ${fullName(pupil)}: ${counted(lines.length, 'line')}, as recorded on ${showDay(today)}`,
      head,
      lines,
      foot: t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`,
    })
    services.download(name, await xlsxBytes(book, services.now()), xlsxType)
    return { words: t`Exported. Keep the file where only the right people see it.` }
  }
  return (
    <>
      <Button
        size="small"
        icon={<TableRegular />}
        disabled={lines.length === 0}
        onClick={() => setLeaving(true)}
      >{t`Evidence for Excel`}</Button>
      {leaving && (
        <PassOn
          passing={passingList({
            title: t`Export the evidence`,
            did: 'exported',
            what: t`Evidence for exam arrangements`,
            verb: t`Export`,
            pupils: [pupil],
            lines: [head, ...lines],
            go,
          })}
          onDone={({ words }) => {
            say(words)
            setLeaving(false)
          }}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  )
}
