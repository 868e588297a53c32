import { t } from '../../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { examEvidencePaper } from '../../../documents/papers/examEvidencePaper.ts'
import { paperKinds, paperName } from '../../../documents/papers/paper.ts'
import type { Stored } from '../../../domain/record.ts'
import { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PaperCard } from '../../../ui/papers/PaperCard.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { EvidenceBook } from './EvidenceBook.tsx'
import { useExamFile } from './useExamFile.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
})

/** The evidence of one candidate as a paper: offered as a button, made when asked. */
export const EvidencePack = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.part}>
      <Button
        size="small"
        icon={<DocumentRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Evidence for exam arrangements`}</Button>
      {open && <Pack pupil={pupil} onClose={() => setOpen(false)} />}
    </div>
  )
}

const Pack = ({ pupil, onClose }: { pupil: Stored<Pupil>; onClose: () => void }) => {
  const services = useServices()
  const mayWrite = useMayWrite(ExamArrangement)
  const today = services.today()
  return (
    <Loaded queries={[...useExamFile(pupil.key), useSchool()] as const} shape={<Waiting />}>
      {(arrangements, evidence, forms, scores, rules, school) => {
        const file = { pupil, school, schoolName: services.school.name, today }
        const own = new Set(forms.records.map(({ key }) => key))
        const mine = scores.records.filter(({ form }) => own.has(form))
        return (
          <PaperCard
            title={t`Evidence for exam arrangements`}
            says={t`What is still missing first, then each arrangement with what it rests on, what was seen over time, and the assessment with its scores.`}
            mayWrite={mayWrite}
            onClose={onClose}
            paper={{
              what: paperKinds.examEvidence.called,
              name: paperName('examEvidence', file),
              pupil,
              adults: [
                ...evidence.records.map(({ by }) => by),
                ...forms.records.flatMap(({ assessor, part1By, part3By }) => [assessor, part1By, part3By]),
              ],
              days: [
                ...evidence.records.map(({ day }) => day),
                ...forms.records.flatMap((form) => [
                  form.part1On,
                  form.part2On,
                  form.part3On,
                  form.qualifiedSeen,
                ]),
                ...arrangements.records.flatMap((row) => [
                  row.toldOn,
                  row.appliedOn,
                  row.agreedOn,
                  row.refusedOn,
                  row.expires,
                ]),
              ],
              content: async () =>
                examEvidencePaper({
                  ...file,
                  arrangements: arrangements.records,
                  evidence: evidence.records,
                  forms: forms.records,
                  scores: mine,
                  rules: rules.records,
                }),
            }}
          >
            <EvidenceBook pupil={pupil} evidence={evidence.records} forms={forms.records} scores={mine} />
          </PaperCard>
        )
      }}
    </Loaded>
  )
}
