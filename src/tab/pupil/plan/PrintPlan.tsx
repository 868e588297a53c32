import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Stored } from '../../../domain/record.ts'
import type { Cycle } from '../../../domain/records/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { planParagraphs } from './paper.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  head: { margin: '14px 0 4px', borderTop: '1px solid #767676', paddingTop: '6px', breakAfter: 'avoid' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginBottom: '6px' },
  title: { margin: 0 },
})

/** A plan on paper; only while the printing goes on, and never in sight. */
export const PrintPlan = ({
  plan,
  cycle,
  onDone,
}: {
  plan: PlanRecords
  cycle: Stored<Cycle>
  onDone: () => void
}) => {
  const styles = useStyles()
  const { school, today } = useServices()
  const settled = useSchool()
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    window.print()
    return () => window.removeEventListener('afterprint', onDone)
    // Once, when the page stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return createPortal(
    <FluentProvider theme={teamsLightTheme} className="paper">
      {planParagraphs(plan, cycle, today()).map(({ text, is }, at) =>
        is === 'title' ? (
          <Text key={at} as="h1" block size={700} weight="semibold" className={styles.title}>
            {text}
          </Text>
        ) : is === 'heading' ? (
          <Text key={at} as="h2" block size={500} weight="semibold" className={styles.head}>
            {text}
          </Text>
        ) : (
          <Text key={at} as="p" block className={styles.text}>
            {text}
          </Text>
        ),
      )}
      <Text block size={200} className={styles.head}>
        {school.name}, as recorded on {showDay(today())}.{' '}
        {setting(settled.data ?? undefined, 'confidentialityLine')}
      </Text>
    </FluentProvider>,
    document.body,
  )
}
