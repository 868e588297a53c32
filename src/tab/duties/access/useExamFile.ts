import { useQuery } from '@tanstack/react-query'
import type { AnyRecordType } from '../../../domain/record.ts'
import { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import { ExamEvidence } from '../../../domain/records/examEvidence.ts'
import { ExamForm } from '../../../domain/records/examForm.ts'
import { ExamRule } from '../../../domain/records/examRule.ts'
import { ExamScore } from '../../../domain/records/examScore.ts'
import { orNone } from '../../../ui/orNone.ts'
import { aboutOf } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'

/** Rows of one pupil of a list that a school set up earlier may not have yet. */
export const useOfPupil = <R extends AnyRecordType>(type: R, pupil: string) => {
  const services = useServices()
  return useQuery({
    ...aboutOf(services, type, 'pupil' as never, pupil),
    queryFn: () => orNone(services.records.store(type).about('pupil' as never, pupil)),
  })
}

/** All that a candidate’s arrangements rest on: arrangements, evidence, forms, scores, and the school’s own rules. */
export const useExamFile = (pupil: string) => {
  const services = useServices()
  return [
    useOfPupil(ExamArrangement, pupil),
    useOfPupil(ExamEvidence, pupil),
    useOfPupil(ExamForm, pupil),
    useQuery(allOrNone(services, ExamScore)),
    useQuery(allOrNone(services, ExamRule)),
  ] as const
}
