import { t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { calledName } from '../../../domain/records/pupil.ts'
import { View } from '../../../domain/records/view.ts'
import { provenanceOf, speakerOf } from '../../../domain/rules/provenance.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

/** What the child and the family said in a part of a plan, word for word, and where more is written down. */
export const Said = ({
  plan: { pupil, views },
  cycle,
  topic,
}: {
  plan: PlanRecords
  cycle: string
  topic: 'Assess' | 'Review'
}) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(View)
  const [adding, setAdding] = useState<View['whose'] | null>(null)
  const child = calledName(pupil)
  const own = views
    .filter((view) => view.cycle === cycle && view.topic === topic)
    .toSorted((a, b) => (`${a.gathered}${a.key}` < `${b.gathered}${b.key}` ? -1 : 1))
  const words = { child: 'Add what the child says', parent: 'Add what a parent says' } as const
  return (
    <>
      {own.length > 0 && (
        <ul className={styles.list} aria-label={t`What was said: ${topic}`}>
          {own.map((view) => (
            <li key={view.key} className={styles.said}>
              <Text weight="semibold" block>
                <Personal>{speakerOf(view, child)}</Personal>
              </Text>
              <Text block className={styles.value}>
                {view.words}
              </Text>
              <Text block size={200} className={styles.quiet}>
                {provenanceOf(view)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <AddForm
          key={adding}
          type={View}
          title={adding === 'parent' ? words.parent : words.child}
          given={{ pupil: pupil.key, cycle, topic, whose: adding, how: 'conversation', gathered: today }}
          fields={adding === 'parent' ? ['words', 'name', 'how', 'gathered'] : ['words', 'how', 'gathered', 'helper']} // prettier-ignore
          latest={{ gathered: today }}
          onClose={() => setAdding(null)}
        />
      ) : (
        mayWrite && (
          <div className={styles.bar}>
            {(['child', 'parent'] as const).map((whose) => (
              <Button key={whose} size="small" icon={<AddRegular />} onClick={() => setAdding(whose)}>
                {words[whose]}
              </Button>
            ))}
          </div>
        )
      )}
    </>
  )
}
