import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { teacherQuestions } from '../../domain/rules/concern.ts'
import type { Me } from '../../graph/storeTypes.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'

/** The short questions about one pupil: the same for every teacher. What is typed stays here until it is sent. */
export const AnswerForm = ({
  ask,
  by,
  onStored,
  onClose,
}: {
  ask: Stored<TeacherAsk>
  by: Me
  onStored: () => void
  onClose: () => void
}) => {
  const { records, today } = useServices()
  const put = usePutStored()
  return (
    <>
      <Text>{t`${ask.pupilName}: the same short questions for every teacher. Leave out what you can’t say. The SENCO and you can read your answers, and so may the family if they ask.`}</Text>
      <AddForm
        type={StaffConcern}
        title={t`Send your answers about ${ask.pupilName}`}
        given={{
          ask: ask.key,
          pupil: ask.pupil,
          pupilName: ask.pupilName,
          by: by.displayName,
          userPrincipalName: by.userPrincipalName,
          on: today(),
        }}
        fields={teacherQuestions}
        onStored={() => {
          onStored()
          // The answer is the fact; the mark on the question spares others a look, and may fail without harm.
          void records
            .store(TeacherAsk)
            .update(ask, { state: 'answered' })
            .then((stored) => put(TeacherAsk, stored))
            .catch(() => undefined)
        }}
        onClose={onClose}
      />
    </>
  )
}
