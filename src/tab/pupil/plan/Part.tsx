import { t } from '../../../words/t.ts'
import { Button, mergeClasses, Text } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { type ReactNode, useId, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { doneOn } from './partFields.ts'
import { ReadFields } from './ReadFields.tsx'
import { usePlanStyles } from './styles.ts'

/** One of the four parts of a plan: read as a page, written in place; the part under way stands open. */
export const Part = ({
  title,
  cycle,
  fields,
  isHere,
  aside,
  empty,
  children,
}: {
  title: string
  cycle: Stored<Cycle>
  fields: readonly (keyof Cycle & string)[]
  /** Whether this is the part that is under way. */
  isHere: boolean
  aside?: ReactNode
  /** What belongs here, while nothing does. */
  empty: string
  children?: ReactNode
}) => {
  const styles = usePlanStyles()
  const id = useId()
  const today = useServices().today()
  const mayWrite = useMayWrite(Cycle)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const editing = mayWrite && (chosen ?? isHere)
  const filled = fields.some((name) => cycle[name] !== null)
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.part, isHere && styles.here)}>
      <div className={styles.between}>
        <span className={styles.bar}>
          <Text as="h3" id={id} size={400} weight="semibold" className={styles.plain}>
            {title}
          </Text>
          {aside}
        </span>
        {mayWrite && (
          <Button
            size="small"
            appearance="subtle"
            {...(editing ? {} : { icon: <EditRegular /> })}
            aria-expanded={editing}
            aria-label={editing ? t`Read: ${title}` : t`Change: ${title}`}
            onClick={() => setChosen(!editing)}
          >
            {editing ? t`Read` : t`Change`}
          </Button>
        )}
      </div>
      {editing ? (
        <RecordForm
          type={Cycle}
          record={cycle}
          groups={[{ fields }]}
          latest={Object.fromEntries(doneOn.map((name) => [name, today]))}
        />
      ) : filled ? (
        <ReadFields type={Cycle} record={cycle} fields={fields} />
      ) : (
        <Text className={styles.quiet}>{empty}</Text>
      )}
      {children}
    </section>
  )
}
