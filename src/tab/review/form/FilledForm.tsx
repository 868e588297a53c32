import { t } from '../../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { CloudArrowUpRegular, DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { Review } from '../../../domain/records/review.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { FilledTold } from '../../../ui/form/FilledTold.tsx'
import { type FilledWay, passingFilled } from '../../../ui/form/passingFilled.ts'
import { fillFor, type ReadyForm } from '../../../ui/form/readFilled.ts'
import { PassedLine } from '../../../ui/disclosure/PassedLine.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '760px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** One authority's form as this review fills it: what stays open and why, before it goes anywhere. */
export const FilledForm = ({ ready, file }: { ready: ReadyForm; file: ReviewFile }) => {
  const styles = useStyles()
  const services = useServices()
  const mayWrite = useMayWrite(Review)
  const [way, setWay] = useState<FilledWay | null>(null)
  const [done, setDone] = useState<Passed | null>(null)
  const today = services.today()
  const filled = useMemo(() => fillFor(ready, file, today), [ready, file, today])
  const start = (chosen: FilledWay) => {
    setDone(null)
    setWay(chosen)
  }
  return (
    <div className={styles.whole}>
      <FilledTold filled={filled} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<DocumentArrowDownRegular />}
          onClick={() => start('download')}
        >{t`Download the filled form`}</Button>
        {mayWrite && (
          <Button
            icon={<CloudArrowUpRegular />}
            onClick={() => start('save')}
          >{t`Save it to the library`}</Button>
        )}
      </div>
      {way && (
        <PassOn
          key={way}
          passing={passingFilled(file, filled, services, way)}
          onDone={(passed) => {
            setWay(null)
            setDone(passed)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {done && <PassedLine passed={done} />}
    </div>
  )
}
