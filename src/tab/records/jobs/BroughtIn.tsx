import { t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { counted, showCount } from '../../../domain/counted.ts'
import type { Job } from '../../../domain/records/job.ts'
import { broughtInOf } from '../../../jobs/broughtIn.ts'

/** What came of bringing in a copy. */
export const BroughtIn = ({ job }: { job: Job }) => {
  const said = broughtInOf(job)
  if (!said) return null
  const { stored, archived, documents, whole } = said
  return (
    <section aria-label={t`What came of it`}>
      <Text
        block
        weight="semibold"
      >{t`${counted(stored, 'record')} stored, ${showCount(archived)} archived again, ${counted(documents, 'document')}`}</Text>
      <Text block>
        {whole
          ? t`Compared once more at the end: everything in the copy is here, the same in every field.`
          : job.state === 'finished'
            ? t`Not everything in the copy is here. Choose the same copy again: each record that differs or can’t be stored is listed, and nothing is stored twice.`
            : t`It was not compared at the end. Choose the same copy again to go on: nothing is stored twice.`}
      </Text>
    </section>
  )
}
