import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type DutyContext, rowsRead } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Objective } from '../../domain/records/objective.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import { planPaper } from '../../documents/leading/planPaper.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = { objectives: readonly Stored<Objective>[]; context: DutyContext }

/** Under the list of objectives: all of them as a paper. */
export const PlanPanel = (props: Props) => {
  const styles = useLeadingStyles()
  const [open, setOpen] = useState(false)
  if (props.objectives.length === 0) return null
  return (
    <section className={styles.part} aria-label={t`The plan as a paper`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`The plan as a paper`}</Text>
      <Text className={styles.quiet}>
        {t`Each objective with its actions, what shows them, and its figure of today. Small numbers are hidden.`}
      </Text>
      {open ? (
        <Paper {...props} />
      ) : (
        <div>
          <Button icon={<DocumentRegular />} onClick={() => setOpen(true)}>{t`Make the paper`}</Button>
        </div>
      )}
    </section>
  )
}

const Paper = ({ objectives, context }: Props) => {
  const services = useServices()
  const { queries, found } = useLeadingFigures()
  const actions = rowsRead(context, PlanAction)
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {() =>
        found && (
          <PaperButtons
            called={t`SEND in the improvement plan`}
            words={t`Download for Word`}
            adults={[
              context.school?.senco,
              ...objectives.map(({ owner }) => owner),
              ...actions.map(({ owner }) => owner),
            ]}
            content={() =>
              planPaper({
                objectives,
                actions,
                figures: found.outside,
                school: context.school,
                schoolName: services.school.name,
                today: context.today,
              })
            }
          />
        )
      }
    </Loaded>
  )
}
