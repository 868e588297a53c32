import { t } from '../../../words/t.ts'
import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { holdsInForce } from '../../../domain/rules/retention.ts'
import { retentionQueue } from '../../../domain/rules/retentionQueue.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { DisposalLog } from './DisposalLog.tsx'
import { begunPupils, type Grounds, holdsIn, pupilsIn, requestsIn, reviewIn } from './grounds.ts'
import { Held } from './Held.tsx'
import { Rules } from './Rules.tsx'
import { ToDecide } from './ToDecide.tsx'
import { useRetention } from './useRetention.ts'

const parts = ['decide', 'held', 'log', 'rules'] as const
type Part = (typeof parts)[number]

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', '@media print': { display: 'none' } },
  part: { paddingTop: '12px', display: 'flex', flexDirection: 'column', gap: '16px' },
})

/** What may be disposed of, what is held, what was disposed of, and under which rules. `recordKey`: one pupil's. */
export const RetentionSection = ({ recordKey }: { recordKey: string | null }) => {
  const retention = useRetention()
  return (
    <Loaded queries={[retention]} shape={<Waiting />}>
      {(grounds) =>
        grounds.spoilt.length > 0 ? (
          <Notice
            title={t`A row can’t be read, so nothing can be decided`}
            todo={t`Look in SharePoint at: ${grounds.spoilt.join(', ')}. Mend the row there or restore an earlier version of it. Until then a rule or a hold might be missed.`}
          />
        ) : (
          <Parts grounds={grounds} pupil={recordKey} />
        )
      }
    </Loaded>
  )
}

const Parts = ({ grounds, pupil }: { grounds: Grounds; pupil: string | null }) => {
  const styles = useStyles()
  const today = useServices().today()
  const [part, setPart] = useState<Part>('decide')
  const queue = retentionQueue(pupilsIn(grounds), (one) => reviewIn(grounds, one, today), today)
  const held = holdsInForce(holdsIn(grounds), today).length + requestsIn(grounds).length
  const begun = new Set(begunPupils(grounds))
  const due = queue.due.filter(({ pupil: one }) => !begun.has(one.key))
  const words: Record<Part, string> = {
    decide: t`To decide (${due.length + begun.size})`,
    held: t`Held (${held})`,
    log: t`Disposal log`,
    rules: t`Rules`,
  }
  return (
    <>
      <TabList
        className={styles.tabs}
        selectedValue={part}
        onTabSelect={(_, { value }) => setPart(value as Part)}
        aria-label={t`Keeping and disposal`}
      >
        {parts.map((name) => (
          <Tab key={name} id={`retention-${name}`} value={name} aria-controls="retention-part">
            {words[name]}
          </Tab>
        ))}
      </TabList>
      <div
        id="retention-part"
        role="tabpanel"
        aria-labelledby={`retention-${part}`}
        className={styles.part}
        key={part}
      >
        {part === 'decide' && <ToDecide grounds={grounds} queue={queue} first={pupil} />}
        {part === 'held' && <Held grounds={grounds} />}
        {part === 'log' && <DisposalLog grounds={grounds} />}
        {part === 'rules' && <Rules grounds={grounds} />}
      </div>
    </>
  )
}
