import { t } from '../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { FormDesk } from './FormDesk.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  title: { margin: 0 },
})

/** Sets an authority's form up with no review chosen: no child's data is read or shown. */
export const SetUpForm = ({ onClose }: { onClose: () => void }) => {
  const styles = useStyles()
  const [busy, setBusy] = useState(false)
  const all = useRef<HTMLElement>(null)
  useEffect(() => all.current?.focus(), [])
  return (
    <section ref={all} tabIndex={-1} aria-labelledby="form-title" className={styles.all}>
      <div className={styles.head}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t`Back to the reviews`}
          disabledFocusable={busy}
          onClick={onClose}
        />
        <Text
          as="h1"
          id="form-title"
          size={400}
          weight="semibold"
          className={styles.title}
        >{t`An authority’s form`}</Text>
      </div>
      <FormDesk reviewKey={null} onBusy={setBusy} />
    </section>
  )
}
